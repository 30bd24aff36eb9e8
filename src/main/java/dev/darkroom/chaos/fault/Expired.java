package dev.darkroom.chaos.fault;

import java.util.List;

/** The URL is told to have expired. */
public record Expired() implements FileFault {

    static final Kind KIND = new Kind("expired", Place.FILE, "", List.of(), fields -> new Expired());

    @Override
    public Kind kind() {
        return KIND;
    }
}
