package dev.darkroom.chaos.fault;

import java.util.List;
import java.util.Map;

/**
 * The server sends less than {@code Content-Length} announces, then closes the connection.
 *
 * @param fraction how much of the body is sent, from 0 to less than 1
 */
public record Truncate(double fraction) implements RequestFault {

    static final FaultType TYPE = new FaultType(
            "truncate",
            FaultTarget.REQUEST,
            "fraction",
            List.of("fraction"),
            fields -> new Truncate(fields.fraction("fraction", 0, 0.999).orElse(0.5)));

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public ResponseEffect effect() {
        return ResponseEffect.of(new Transmission.Partial(fraction, Transmission.Abort.CLOSE));
    }

    @Override
    public Map<String, Object> components() {
        return Components.of("fraction", fraction);
    }
}
