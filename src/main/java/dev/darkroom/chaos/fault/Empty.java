package dev.darkroom.chaos.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The server closes the connection without sending a byte.
 *
 * @param after how long the server waits before it closes the connection, in real time
 * @param isProcessed whether the request is processed
 */
public record Empty(Duration after, boolean isProcessed) implements RequestFault {

    static final FaultType TYPE = new FaultType(
            "empty",
            FaultTarget.REQUEST,
            "after",
            List.of("after", "processed"),
            fields -> new Empty(fields.duration("after").orElse(Duration.ZERO), fields.bool("processed", false)));

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public ResponseEffect effect() {
        return ResponseEffect.of(new Transmission.Nothing(Transmission.Abort.CLOSE))
                .withDelay(after);
    }

    @Override
    public Map<String, Object> components() {
        return Components.of("after", after, "processed", isProcessed);
    }

    @Override
    public RequestFault processed() {
        return new Empty(after, true);
    }
}
