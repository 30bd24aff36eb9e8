package dev.darkroom.chaos.fault;

import dev.darkroom.chaos.Operation;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A fault that a rule or a trigger injects. Each type is one record, whose components a rule can set. */
public sealed interface Fault permits ResponseFault, TaskFault, CallbackFault {

    FaultType type();

    /**
     * The interface or record by which this fault is looked up. A lookup skips the rules whose faults are not instances
     * of it, so a rule can make a later one unreachable only if the faults of both have the same lookup type.
     */
    Class<? extends Fault> lookupType();

    /** The components, in the form that rules use. Components with default values may be missing. */
    default Map<String, Object> components() {
        return Map.of();
    }

    /** Whether this fault can be injected into an operation. */
    default boolean supports(Operation operation) {
        return type().target().supports(operation);
    }

    /** The error code of a dialect that this fault names. */
    default Optional<String> code() {
        return Optional.empty();
    }

    /**
     * How long an outage lasts, on the sandbox's clock. It begins when the rule injects this fault. Until it ends, the
     * rule injects the fault into every request that it matches. Empty if the rule decides about each request on its
     * own.
     */
    default Optional<Duration> outage() {
        return Optional.empty();
    }

    /** This fault with each random component replaced by a value drawn from {@code random}. */
    default Fault resolve(RandomGenerator random) {
        return this;
    }
}
