package dev.darkroom.chaos.fault;

import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Something that goes wrong on purpose (design §7). One record a file; its components are what a rule can say of it. */
public sealed interface Fault permits RequestFault, TaskFault, CallbackFault, FileFault {

    FaultType kind();

    /** Its components, as a rule would write them; those that are as usual may be missing. */
    default Map<String, Object> components() {
        return Map.of();
    }

    /** The error code of a dialect that it names, if any. */
    default Optional<String> code() {
        return Optional.empty();
    }

    /** The same fault, with nothing left to chance. */
    default Fault settled(RandomGenerator random) {
        return this;
    }
}
