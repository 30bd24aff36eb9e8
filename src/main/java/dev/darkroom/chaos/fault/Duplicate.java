package dev.darkroom.chaos.fault;

import java.util.List;
import java.util.Map;

/**
 * A callback is sent again although the client has accepted it.
 *
 * @param times how often it is sent in total, from 2 to 10
 */
public record Duplicate(int times) implements AttemptFault {

    static final FaultType TYPE = new FaultType(
            "duplicate",
            FaultTarget.CALLBACK,
            "times",
            List.of("times"),
            fields -> new Duplicate(fields.wholeNumber("times", 2, 10).orElse(2)));

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public Map<String, Object> components() {
        return Components.of("times", times);
    }

    @Override
    public AttemptEffect effect() {
        return AttemptEffect.repeated(times);
    }
}
