package dev.darkroom.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.time.Latency;
import dev.darkroom.time.SandboxClock;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Reads the fields of a control request that concern time. */
final class TimeFields {

    private static final List<String> RANGE = List.of("min", "max");
    private static final List<String> LOG_NORMAL = List.of("median", "p95");
    private static final List<String> LATENCY = List.of("min", "max", "median", "p95");
    private static final String LATENCY_RULE =
            "It must be a duration such as 500ms, {\"min\": ..., \"max\": ...} with max not less than min, or"
                    + " {\"median\": ..., \"p95\": ...} with median at least 1ms and p95 not less than median.";

    private TimeFields() {}

    /** An instant from {@code now} to the end of the clock. */
    static Instant futureInstant(ControlBody body, String field, Instant now) {
        Instant instant = instant(body, field);
        if (instant.isBefore(now)) {
            throw body.invalid(field, "The clock shows " + now + " and never goes back.");
        }
        if (instant.isAfter(SandboxClock.END)) {
            throw body.invalid(field, "The clock stops at " + SandboxClock.END + ".");
        }
        return instant;
    }

    /** A duration that the clock can advance from {@code now} without passing its end. */
    static Duration advance(ControlBody body, String field, Instant now) {
        Duration duration = body.duration(field);
        if (duration.compareTo(Duration.between(now, SandboxClock.END)) > 0) {
            throw body.invalid(field, "The clock shows " + now + " and stops at " + SandboxClock.END + ".");
        }
        return duration;
    }

    static BigDecimal scale(ControlBody body, String field) {
        JsonNode node = body.object().get(field);
        if (node != null && node.isNumber()) {
            BigDecimal scale = node.decimalValue();
            boolean isValid = scale.compareTo(SandboxClock.MIN_SCALE) >= 0
                    && scale.compareTo(SandboxClock.MAX_SCALE) <= 0
                    && scale.stripTrailingZeros().scale() <= SandboxClock.MIN_SCALE.scale();
            if (isValid) {
                return scale;
            }
        }
        throw body.invalid(
                field,
                "It must be a number from " + SandboxClock.MIN_SCALE + " to " + SandboxClock.MAX_SCALE
                        + " with at most three decimals: sandbox seconds per real second.");
    }

    static Latency latency(ControlBody body, String field) {
        if (body.object().path(field).isTextual()) {
            return new Latency.Fixed(body.duration(field));
        }
        if (!body.object().path(field).isObject()) {
            throw body.invalid(field, LATENCY_RULE);
        }
        ControlBody inner = body.object(field, LATENCY).orElseThrow();
        try {
            if (inner.hasOnly(RANGE)) {
                return new Latency.Range(inner.duration("min"), inner.duration("max"));
            }
            if (inner.hasOnly(LOG_NORMAL)) {
                return new Latency.LogNormal(inner.duration("median"), inner.duration("p95"));
            }
        } catch (IllegalArgumentException e) {
            throw body.invalid(field, LATENCY_RULE);
        }
        throw body.invalid(field, LATENCY_RULE);
    }

    private static Instant instant(ControlBody body, String field) {
        try {
            return OffsetDateTime.parse(body.string(field).orElse("")).toInstant();
        } catch (DateTimeException e) {
            throw body.invalid(field, "It must be an instant such as 2026-11-20T10:00:00Z.");
        }
    }
}
