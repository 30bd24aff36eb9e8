package dev.darkroom.chaos.fault;

import dev.darkroom.chaos.Operation;
import java.time.Duration;
import java.util.Map;

/**
 * A proxy in front of the API gives up when a response that waits for a task is not ready in time. The task continues.
 *
 * @param status the status of the proxy's error page, from 500 to 599
 * @param after how long the proxy waits for the response, on the sandbox's clock
 */
public record ProxyTimeout(int status, Duration after) implements ResponseFault {

    @Override
    public FaultType type() {
        return Gateway.TYPE;
    }

    @Override
    public ResponseEffect effect() {
        return ResponseEffect.of(new ContentEffect.GatewayPage(status));
    }

    @Override
    public Map<String, Object> components() {
        return Components.of("status", status, "after", after);
    }

    /** Only the response to a create request can wait for a task. */
    @Override
    public boolean supports(Operation operation) {
        return operation == Operation.CREATE;
    }

    @Override
    public Class<? extends Fault> lookupType() {
        return ProxyTimeout.class;
    }
}
