package dev.darkroom.chaos.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The connection is closed without a byte.
 *
 * @param after how long the client waits for that, in real time
 * @param isProcessed the request is processed
 */
public record Empty(Duration after, boolean isProcessed) implements RequestFault {

    static final FaultType KIND = new FaultType(
            "empty",
            FaultTarget.REQUEST,
            "after",
            List.of("after", "processed"),
            fields -> new Empty(fields.duration("after").orElse(Duration.ZERO), fields.flag("processed")));

    @Override
    public FaultType kind() {
        return KIND;
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
