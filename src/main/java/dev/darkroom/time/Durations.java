package dev.darkroom.time;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses durations as people write them: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 24h}, {@code 10d},
 * {@code PT30S}.
 */
public final class Durations {

    private static final Pattern SHORT = Pattern.compile("(\\d{1,15}) ?(ms|s|m|h|d)?", Pattern.CASE_INSENSITIVE);

    private Durations() {}

    /** Empty when {@code text} is not a duration. A number without a unit is in seconds. */
    public static Optional<Duration> parse(String text) {
        Matcher match = SHORT.matcher(text.strip());
        try {
            return Optional.of(
                    match.matches()
                            ? of(Long.parseLong(match.group(1)), match.group(2))
                            : Duration.parse(text.strip()));
        } catch (DateTimeParseException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Duration of(long number, String unit) {
        return switch (unit == null ? "s" : unit.toLowerCase(Locale.ROOT)) {
            case "ms" -> Duration.ofMillis(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofSeconds(number);
        };
    }
}
