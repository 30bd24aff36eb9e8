package dev.darkroom.chaos.fault;

import java.util.List;

/** There is nothing behind the URL. */
public record Missing() implements FileFault {

    static final Kind KIND = new Kind("missing", Place.FILE, "", List.of(), fields -> new Missing());

    @Override
    public Kind kind() {
        return KIND;
    }
}
