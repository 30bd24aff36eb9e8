package dev.darkroom.control;

import dev.darkroom.journal.Condition;
import dev.darkroom.journal.Times;
import java.time.Duration;
import java.util.List;

/**
 * An expectation about the exchanges of a journal.
 *
 * @param conditions the conditions; an exchange matches if it meets all of them
 * @param times the expected number of matches
 * @param within how long to wait for the expected number
 */
record VerifyRequest(List<Condition> conditions, Times times, Duration within) {

    private static final List<String> FIELDS = List.of("match", "times", "within");
    private static final List<String> TIMES = List.of("exactly", "at_least", "at_most");
    private static final int MAX_TIMES = 1_000_000;
    private static final Duration MAX_WAIT = Duration.ofSeconds(60);

    /** @throws ControlException when a field is invalid, or the expectation can never be met */
    static VerifyRequest read(byte[] json) {
        ControlBody body = ControlBody.read(json, FIELDS);
        return new VerifyRequest(
                MatchReader.read(body),
                body.object("times", TIMES).map(times -> times(body, times)).orElse(Times.atLeast(1)),
                body.has("within") ? wait(body) : Duration.ZERO);
    }

    private static Times times(ControlBody body, ControlBody times) {
        if (times.size() == 0 || times.has("exactly") && times.size() > 1) {
            throw body.invalid("times", "Send either exactly, or at_least or at_most or both.");
        }
        if (times.has("exactly")) {
            return Times.exactly(number(times, "exactly"));
        }
        int min = times.has("at_least") ? number(times, "at_least") : 0;
        if (!times.has("at_most")) {
            return Times.atLeast(min);
        }
        int max = number(times, "at_most");
        if (min > max) {
            throw body.invalid("times", "'at_least' must not be more than 'at_most'.");
        }
        return new Times(min, max);
    }

    private static int number(ControlBody times, String field) {
        return times.number(field, 0, MAX_TIMES);
    }

    private static Duration wait(ControlBody body) {
        Duration wait = body.duration("within");
        if (wait.compareTo(MAX_WAIT) > 0) {
            throw body.invalid("within", "It must be at most 60s.");
        }
        return wait;
    }
}
