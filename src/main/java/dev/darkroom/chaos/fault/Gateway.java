package dev.darkroom.chaos.fault;

import java.util.List;
import java.util.Map;

/**
 * What a proxy before the API answers when it has no answer: a page in HTML.
 *
 * @param status from 500 to 599
 * @param isProcessed the request came through nevertheless
 */
public record Gateway(int status, boolean isProcessed) implements RequestFault {

    static final FaultType KIND = new FaultType(
            "gateway",
            FaultTarget.REQUEST,
            "status",
            List.of("status", "processed"),
            fields -> new Gateway(fields.count("status", 500, 599).orElse(502), fields.flag("processed")));

    @Override
    public FaultType kind() {
        return KIND;
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
