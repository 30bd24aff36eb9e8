package dev.darkroom.chaos.fault;

import dev.darkroom.chaos.Operation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All kinds of faults there are. */
public final class FaultTypes {

    public static final List<FaultType> ALL = List.of(
            ErrorFault.KIND,
            Gateway.KIND,
            LatencyFault.KIND,
            Outage.KIND,
            Reset.KIND,
            Empty.KIND,
            Truncate.KIND,
            BrokenChunk.KIND,
            Garbage.KIND,
            Malformed.KIND,
            Drip.KIND,
            Fail.KIND,
            SlowTask.KIND,
            Stall.KIND,
            Flicker.KIND,
            Amnesia.KIND,
            NoOutput.KIND,
            NoRefund.KIND,
            Drop.KIND,
            Delay.KIND,
            Duplicate.KIND,
            Reorder.KIND,
            Early.KIND,
            Garble.KIND,
            Expired.KIND,
            Missing.KIND,
            Corrupt.KIND,
            SlowFile.KIND,
            WrongType.KIND);

    private FaultTypes() {}

    /** The kinds of this name; more than one when several places have the same. */
    public static List<FaultType> named(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).toList();
    }

    public static Optional<FaultType> of(FaultTarget place, String name) {
        return ALL.stream()
                .filter(kind -> kind.place() == place && kind.name().equals(name))
                .findFirst();
    }

    /** The one that this operation means by the name: its own place goes before that of requests. */
    public static Optional<FaultType> of(Operation operation, String name) {
        return ALL.stream()
                .filter(kind -> kind.place().fits(operation) && kind.name().equals(name))
                .reduce((request, own) -> own);
    }

    /** The names of those that fit an operation. */
    public static String names(Operation operation) {
        return names(ALL.stream().filter(kind -> kind.place().fits(operation)));
    }

    public static String names() {
        return names(ALL.stream());
    }

    private static String names(Stream<FaultType> kinds) {
        return kinds.map(FaultType::name).distinct().collect(Collectors.joining(", "));
    }
}
