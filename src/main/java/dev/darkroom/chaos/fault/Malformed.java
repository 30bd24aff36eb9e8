package dev.darkroom.chaos.fault;

import java.util.List;

/** The body ends too early to be valid JSON. The rest of the response is correct. */
public record Malformed() implements RequestFault {

    static final FaultType TYPE =
            new FaultType("malformed", FaultTarget.REQUEST, "", List.of(), fields -> new Malformed());

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public ResponseEffect effect() {
        return ResponseEffect.of(new ContentEffect.MalformedJson());
    }
}
