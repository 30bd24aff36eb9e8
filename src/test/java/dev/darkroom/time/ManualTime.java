package dev.darkroom.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Replaces real time in tests. Time passes only when the test calls {@link #pass}. */
public final class ManualTime implements InstantSource {

    public static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    private Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    public void pass(Duration duration) {
        now = now.plus(duration);
    }
}
