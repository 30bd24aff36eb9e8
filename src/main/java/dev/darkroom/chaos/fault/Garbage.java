package dev.darkroom.chaos.fault;

import java.util.List;
import java.util.Map;

/**
 * The server sends bytes that are not HTTP, then closes the connection.
 *
 * @param isProcessed whether the request is processed
 */
public record Garbage(boolean isProcessed) implements RequestFault {

    static final FaultType TYPE = new FaultType(
            "garbage",
            FaultTarget.REQUEST,
            "",
            List.of("processed"),
            fields -> new Garbage(fields.bool("processed", false)));

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public ResponseEffect effect() {
        return ResponseEffect.of(new Transmission.NotHttp());
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
