package dev.darkroom.chaos.fault;

import java.util.List;

/** The image is reported as not found. */
public record Missing() implements FileFault {

    static final FaultType TYPE = new FaultType("missing", FaultTarget.FILE, "", List.of(), fields -> new Missing());

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public ImageEffect imageEffect() {
        return ImageEffect.MISSING;
    }
}
