package dev.darkroom.control;

import dev.darkroom.journal.Condition;
import dev.darkroom.journal.Times;
import java.time.Duration;
import java.util.List;

/**
 * What somebody wants to know of a journal.
 *
 * @param conditions which an exchange must all meet to match
 * @param times how many should match
 * @param within how long to wait for them
 */
record VerifyRequest(List<Condition> conditions, Times times, Duration within) {

    private static final List<String> FIELDS = List.of("match", "times", "within");
    private static final List<String> TIMES = List.of("exactly", "at_least", "at_most");
    private static final int MAX_TIMES = 1_000_000;
    private static final Duration MAX_WAIT = Duration.ofSeconds(60);

    /** @throws ControlError when anything in it cannot be understood, or can never be */
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
        int least = times.has("at_least") ? number(times, "at_least") : 0;
        if (!times.has("at_most")) {
            return Times.atLeast(least);
        }
        int most = number(times, "at_most");
        if (least > most) {
            throw body.invalid("times", "'at_least' must not be more than 'at_most'.");
        }
        return new Times(least, most);
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
