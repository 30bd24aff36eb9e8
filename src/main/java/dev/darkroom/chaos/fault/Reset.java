package dev.darkroom.chaos.fault;

import dev.darkroom.chaos.RuleFields;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The connection is reset: a TCP RST.
 *
 * @param fraction how much of the answer is sent before, from 0 for nothing to 1 for all but the last byte
 * @param after how long the client waits for it, in real time
 * @param isProcessed the request is processed, which it always is when some of the answer is sent
 */
public record Reset(double fraction, Duration after, boolean isProcessed) implements RequestFault {

    static final FaultType KIND = new FaultType(
            "reset", FaultTarget.REQUEST, "fraction", List.of("fraction", "after", "processed"), Reset::read);

    @Override
    public FaultType kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> components() {
        return Components.of("fraction", fraction, "after", after, "processed", isProcessed);
    }

    @Override
    public RequestFault processed() {
        return new Reset(fraction, after, true);
    }

    private static Reset read(RuleFields fields) {
        double fraction = fields.fraction("fraction", 0, 1).orElse(0.0);
        if (fraction > 0 && fields.has("processed") && !fields.flag("processed")) {
            throw fields.invalid("processed", "Who sends part of an answer has processed the request.");
        }
        Duration after = fields.duration("after").orElse(Duration.ZERO);
        return new Reset(fraction, after, fraction > 0 || fields.flag("processed"));
    }
}
