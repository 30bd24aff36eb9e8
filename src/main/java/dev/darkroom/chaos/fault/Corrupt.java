package dev.darkroom.chaos.fault;

import java.util.List;

/** The picture has the right type and length, and cannot be decoded. */
public record Corrupt() implements FileFault {

    static final Kind KIND = new Kind("corrupt", Place.FILE, "", List.of(), fields -> new Corrupt());

    @Override
    public Kind kind() {
        return KIND;
    }
}
