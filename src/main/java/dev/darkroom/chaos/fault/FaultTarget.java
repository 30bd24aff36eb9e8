package dev.darkroom.chaos.fault;

import dev.darkroom.chaos.Operation;
import java.util.EnumSet;
import java.util.Set;

/** What a fault affects. */
public enum FaultTarget {
    /**
     * The response to a request. By default this excludes image downloads, because vendors serve images from a
     * separate host.
     */
    REQUEST(EnumSet.of(Operation.CREATE, Operation.POLL, Operation.CREDITS)),
    /** The execution of a task. */
    TASK(EnumSet.of(Operation.TASK)),
    /** The delivery of a callback. */
    CALLBACK(EnumSet.of(Operation.CALLBACK)),
    /** The download of an image. */
    FILE(EnumSet.of(Operation.FILE));

    private final Set<Operation> defaultOperations;

    FaultTarget(Set<Operation> defaultOperations) {
        this.defaultOperations = defaultOperations;
    }

    /** The operations of a rule that names none. */
    public Set<Operation> defaultOperations() {
        return defaultOperations;
    }

    /** Whether a rule may combine a fault of this target with an operation. An image download is a request too. */
    public boolean supports(Operation operation) {
        return defaultOperations.contains(operation) || this == REQUEST && operation == Operation.FILE;
    }
}
