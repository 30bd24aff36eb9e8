package dev.darkroom.ledger;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalUnit;

/** A period in which spending can be limited. */
public enum SpendWindow {
    HOURLY(ChronoUnit.HOURS),
    DAILY(ChronoUnit.DAYS),
    TOTAL(ChronoUnit.FOREVER);

    private final TemporalUnit unit;

    SpendWindow(TemporalUnit unit) {
        this.unit = unit;
    }

    TemporalUnit unit() {
        return unit;
    }

    Duration length() {
        return unit.getDuration();
    }
}
