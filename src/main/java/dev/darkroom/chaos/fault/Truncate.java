package dev.darkroom.chaos.fault;

import java.util.List;
import java.util.Map;

/**
 * Less is sent than was announced, then the connection is closed.
 *
 * @param fraction how much of the body is sent, from 0 to less than 1
 */
public record Truncate(double fraction) implements RequestFault {

    static final FaultType KIND = new FaultType(
            "truncate",
            FaultTarget.REQUEST,
            "fraction",
            List.of("fraction"),
            fields -> new Truncate(fields.fraction("fraction", 0, 0.999).orElse(0.5)));

    @Override
    public FaultType kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> components() {
        return Components.of("fraction", fraction);
    }
}
