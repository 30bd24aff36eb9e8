package dev.darkroom.chaos.fault;

import java.util.List;
import java.util.Map;

/**
 * Bytes that are no HTTP, then the connection is closed.
 *
 * @param isProcessed the request is processed
 */
public record Garbage(boolean isProcessed) implements RequestFault {

    static final FaultType KIND = new FaultType(
            "garbage", FaultTarget.REQUEST, "", List.of("processed"), fields -> new Garbage(fields.flag("processed")));

    @Override
    public FaultType kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> components() {
        return Components.of("processed", isProcessed);
    }

    @Override
    public RequestFault processed() {
        return new Garbage(true);
    }
}
