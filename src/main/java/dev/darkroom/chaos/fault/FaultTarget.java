package dev.darkroom.chaos.fault;

import dev.darkroom.chaos.Operation;
import java.util.EnumSet;
import java.util.Set;

/** Where a fault strikes. */
public enum FaultTarget {
    /** The answer to a request. Where no operation is named, that is any but a picture, for those have a host of their own. */
    REQUEST(EnumSet.of(Operation.CREATE, Operation.POLL, Operation.CREDITS)),
    /** The development of a task. */
    TASK(EnumSet.of(Operation.TASK)),
    /** A callback on its way. */
    CALLBACK(EnumSet.of(Operation.CALLBACK)),
    /** A picture. */
    FILE(EnumSet.of(Operation.FILE));

    private final Set<Operation> usual;

    FaultTarget(Set<Operation> usual) {
        this.usual = usual;
    }

    /** What a fault of this place is looked up for when its rule names no operation. */
    public Set<Operation> usual() {
        return usual;
    }

    /** Whether a fault of this place may be asked for by this operation: a picture is the answer to a request, too. */
    public boolean fits(Operation operation) {
        return usual.contains(operation) || this == REQUEST && operation == Operation.FILE;
    }
}
