package dev.darkroom.chaos.fault;

import java.util.List;

/** The task is finished at once, and its callback arrives before the answer to the create request. */
public record Early() implements CallbackFault {

    static final Kind KIND = new Kind("early", Place.CALLBACK, "", List.of(), fields -> new Early());

    @Override
    public Kind kind() {
        return KIND;
    }
}
