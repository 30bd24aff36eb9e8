package dev.darkroom.chaos.fault;

import dev.darkroom.field.FieldReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The HTML error page that a proxy sends when the API behind it does not respond.
 *
 * @param status from 500 to 599
 * @param isProcessed whether the request reached the API and was processed
 */
public record Gateway(int status, boolean isProcessed) implements RequestFault {

    /** With {@code after}, the fault is a {@link ProxyTimeout}. */
    static final FaultType TYPE = new FaultType(
            "gateway", FaultTarget.REQUEST, "status", List.of("status", "after", "processed"), Gateway::read);

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

    private static Fault read(FieldReader fields) {
        Optional<Duration> after = fields.positiveDuration("after");
        int status = fields.wholeNumber("status", 500, 599).orElse(after.isPresent() ? 504 : 502);
        if (after.isEmpty()) {
            return new Gateway(status, fields.bool("processed", false));
        }
        if (!fields.bool("processed", true)) {
            throw fields.invalid("processed", "A request whose response may time out is always processed.");
        }
        return new ProxyTimeout(status, after.get());
    }
}
