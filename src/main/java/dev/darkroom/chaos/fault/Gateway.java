package dev.darkroom.chaos.fault;

import java.util.List;
import java.util.Map;

/**
 * The HTML error page that a proxy sends when the API behind it does not respond.
 *
 * @param status from 500 to 599
 * @param isProcessed whether the request reached the API and was processed
 */
public record Gateway(int status, boolean isProcessed) implements RequestFault {

    static final FaultType TYPE = new FaultType(
            "gateway",
            FaultTarget.REQUEST,
            "status",
            List.of("status", "processed"),
            fields -> new Gateway(fields.wholeNumber("status", 500, 599).orElse(502), fields.bool("processed", false)));

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public ResponseEffect effect() {
        return ResponseEffect.of(new ContentEffect.GatewayPage(status));
    }

    @Override
    public Map<String, Object> components() {
        return Components.of("status", status, "processed", isProcessed);
    }

    @Override
    public RequestFault processed() {
        return new Gateway(status, true);
    }
}
