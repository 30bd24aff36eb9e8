package dev.darkroom.chaos.fault;

import dev.darkroom.field.FieldReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The server resets the connection with a TCP RST.
 *
 * @param fraction how much of the body is sent before the reset, from 0 for nothing, not even the head, to 1 for all
 *     but the last byte
 * @param after how long the server waits before it sends anything, in real time
 * @param isProcessed whether the request is processed, which is always true when part of the response is sent
 */
public record Reset(double fraction, Duration after, boolean isProcessed) implements RequestFault {

    static final FaultType TYPE = new FaultType(
            "reset", FaultTarget.REQUEST, "fraction", List.of("fraction", "after", "processed"), Reset::read);

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public ResponseEffect effect() {
        return ResponseEffect.of(
                        fraction == 0
                                ? new Transmission.Nothing(Transmission.Abort.RESET)
                                : new Transmission.Partial(fraction, Transmission.Abort.RESET))
                .withDelay(after);
    }

    @Override
    public Map<String, Object> components() {
        return Components.of("fraction", fraction, "after", after, "processed", isProcessed);
    }

    @Override
    public RequestFault processed() {
        return new Reset(fraction, after, true);
    }

    private static Reset read(FieldReader fields) {
        double fraction = fields.fraction("fraction", 0, 1).orElse(0.0);
        if (fraction > 0 && fields.has("processed") && !fields.bool("processed", false)) {
            throw fields.invalid("processed", "A request that gets part of its response is always processed.");
        }
        Duration after = fields.duration("after").orElse(Duration.ZERO);
        return new Reset(fraction, after, fraction > 0 || fields.bool("processed", false));
    }
}
