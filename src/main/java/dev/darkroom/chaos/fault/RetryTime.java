package dev.darkroom.chaos.fault;

import dev.darkroom.field.FieldReader;
import dev.darkroom.time.HttpDate;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The {@code Retry-After} header of a fault.
 *
 * @param waitTime how long the client should wait; empty for the dialect's default
 * @param isDate whether the header gives a date instead of seconds
 */
record RetryTime(Optional<Duration> waitTime, boolean isDate) {

    static final RetryTime NONE = new RetryTime(Optional.empty(), false);

    /** The value of {@code retry_after_as} for a date. */
    static final String DATE = "date";

    private static final String SECONDS = "seconds";
    private static final String FIELD = "retry_after";
    private static final String FORM = "retry_after_as";
    private static final String HEADER = "Retry-After";
    private static final int MAX_SECONDS = 315_360_000;

    /**
     * Reads a duration, a number of seconds, an HTTP date, or null for a response without the header.
     *
     * @param headers receives the header if it is a certain date, or is removed
     */
    static RetryTime read(FieldReader fields, Map<String, Optional<String>> headers) {
        boolean isDate = isDate(fields);
        if (fields.contains(FIELD) && headers.containsKey(HEADER)) {
            throw fields.invalid(FIELD, "'headers' sets Retry-After, too.");
        }
        if (!fields.has(FIELD)) {
            if (isDate) {
                throw fields.invalid(FORM, "It needs retry_after.");
            }
            if (fields.contains(FIELD)) {
                headers.put(HEADER, Optional.empty());
            }
            return NONE;
        }
        Object value = fields.object().get(FIELD);
        if (value instanceof Number) {
            int seconds = fields.wholeNumber(FIELD, 0, MAX_SECONDS).getAsInt();
            return new RetryTime(Optional.of(Duration.ofSeconds(seconds)), isDate);
        }
        if (value instanceof String text && HttpDate.parse(text).isPresent()) {
            headers.put(HEADER, Optional.of(text));
            return NONE;
        }
        return new RetryTime(fields.duration(FIELD), isDate);
    }

    /** The wait for a header in seconds. */
    Optional<Duration> seconds() {
        return isDate ? Optional.empty() : waitTime;
    }

    /** The wait for a header with a date. */
    Optional<Duration> date() {
        return isDate ? waitTime : Optional.empty();
    }

    /** @param isInError whether the error of the dialect has the header already */
    Map<String, Optional<String>> addTo(Map<String, Optional<String>> headers, boolean isInError) {
        if (isInError || seconds().isEmpty()) {
            return headers;
        }
        Map<String, Optional<String>> all = new TreeMap<>(headers);
        Duration roundedUp = waitTime.get().plusSeconds(1).minusNanos(1);
        all.put(HEADER, Optional.of(Long.toString(roundedUp.toSeconds())));
        return all;
    }

    private static boolean isDate(FieldReader fields) {
        String form = fields.string(FORM).orElse(SECONDS);
        if (!form.equals(SECONDS) && !form.equals(DATE)) {
            throw fields.invalid(FORM, "Use one of: " + SECONDS + ", " + DATE + ".");
        }
        return form.equals(DATE);
    }
}
