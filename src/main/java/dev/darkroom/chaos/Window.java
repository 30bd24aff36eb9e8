package dev.darkroom.chaos;

import java.time.Duration;
import java.util.Optional;

/**
 * A stretch of time, on the sandbox' clock.
 *
 * @param after from when its rule was put in force
 * @param duration how long it is open
 * @param every after how long it opens again, counted from when it opened; empty for never
 */
public record Window(Duration after, Duration duration, Optional<Duration> every) {

    boolean isOpen(Duration age) {
        Duration into = age.minus(after);
        if (into.isNegative()) {
            return false;
        }
        long intoMillis = into.toMillis();
        long sinceOpened =
                every.map(Duration::toMillis).map(e -> intoMillis % e).orElse(intoMillis);
        return sinceOpened < duration.toMillis();
    }
}
