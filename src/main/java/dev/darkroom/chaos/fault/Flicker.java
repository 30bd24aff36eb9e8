package dev.darkroom.chaos.fault;

import java.util.List;

/** One poll reports the status that the task had before: after {@code processing}, {@code pending} again. */
public record Flicker() implements TaskFault {

    static final FaultType TYPE = new FaultType("flicker", FaultTarget.TASK, "", List.of(), fields -> new Flicker());

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public boolean needsPolls() {
        return true;
    }
}
