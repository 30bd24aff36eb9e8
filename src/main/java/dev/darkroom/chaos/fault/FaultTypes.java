package dev.darkroom.chaos.fault;

import dev.darkroom.chaos.Operation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All types of faults. */
public final class FaultTypes {

    public static final List<FaultType> ALL = List.of(
            ErrorFault.TYPE,
            Gateway.TYPE,
            LatencyFault.TYPE,
            Outage.TYPE,
            Reset.TYPE,
            Empty.TYPE,
            Truncate.TYPE,
            BrokenChunk.TYPE,
            Garbage.TYPE,
            Malformed.TYPE,
            Drip.TYPE,
            Fail.TYPE,
            SlowTask.TYPE,
            Stall.TYPE,
            Flicker.TYPE,
            Amnesia.TYPE,
            NoOutput.TYPE,
            NoRefund.TYPE,
            Drop.TYPE,
            Delay.TYPE,
            Duplicate.TYPE,
            Reorder.TYPE,
            Early.TYPE,
            Garble.TYPE,
            Expired.TYPE,
            Missing.TYPE,
            Corrupt.TYPE,
            SlowFile.TYPE,
            WrongType.TYPE);

    private FaultTypes() {}

    /** The types with this name; types with different targets may share a name. */
    public static List<FaultType> named(String name) {
        return ALL.stream().filter(type -> type.name().equals(name)).toList();
    }

    public static Optional<FaultType> of(FaultTarget target, String name) {
        return ALL.stream()
                .filter(type -> type.target() == target && type.name().equals(name))
                .findFirst();
    }

    /**
     * The type with this name that an operation supports. The operation's own target takes precedence over {@link
     * FaultTarget#REQUEST}.
     */
    public static Optional<FaultType> of(Operation operation, String name) {
        return ALL.stream()
                .filter(type -> type.target().supports(operation) && type.name().equals(name))
                .reduce((forRequests, forOperation) -> forOperation);
    }

    /** The names of the types that an operation supports, separated by commas. */
    public static String names(Operation operation) {
        return names(ALL.stream().filter(type -> type.target().supports(operation)));
    }

    public static String names() {
        return names(ALL.stream());
    }

    private static String names(Stream<FaultType> types) {
        return types.map(FaultType::name).distinct().collect(Collectors.joining(", "));
    }
}
