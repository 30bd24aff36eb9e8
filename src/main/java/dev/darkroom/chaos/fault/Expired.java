package dev.darkroom.chaos.fault;

import java.util.List;

/** The download URL is reported as expired. */
public record Expired() implements FileFault {

    static final FaultType TYPE = new FaultType("expired", FaultTarget.FILE, "", List.of(), fields -> new Expired());

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public ImageEffect imageEffect() {
        return ImageEffect.EXPIRED;
    }
}
