package dev.darkroom.chaos.fault;

import java.util.List;

/** The image has the right media type and length, but its data cannot be decoded. */
public record Corrupt() implements FileFault {

    static final FaultType TYPE = new FaultType("corrupt", FaultTarget.FILE, "", List.of(), fields -> new Corrupt());

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public ImageEffect imageEffect() {
        return ImageEffect.CORRUPTED;
    }
}
