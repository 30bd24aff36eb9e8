package dev.darkroom.chaos;

import java.time.Duration;
import java.util.Optional;

/**
 * A period during which a rule can inject its fault, on the sandbox's clock.
 *
 * @param after how long after the rule came into force the window opens
 * @param duration how long it stays open
 * @param every the time from one opening to the next; empty when the window opens only once
 */
public record Window(Duration after, Duration duration, Optional<Duration> every) {

    boolean isOpen(Duration age) {
        Duration elapsed = age.minus(after);
        if (elapsed.isNegative()) {
            return false;
        }
        long elapsedMillis = elapsed.toMillis();
        long sinceOpened =
                every.map(Duration::toMillis).map(e -> elapsedMillis % e).orElse(elapsedMillis);
        return sinceOpened < duration.toMillis();
    }
}
