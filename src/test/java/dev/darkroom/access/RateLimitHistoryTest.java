package dev.darkroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Random schedules, beside a naive limit that remembers every permitted request for ever, and counts. */
class RateLimitHistoryTest {

    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    @Property
    void agreesWithTheNaiveOneWhateverTheSchedule(
            @ForAll @IntRange(min = 1, max = 5) int requests,
            @ForAll @IntRange(min = 1, max = 50) int windowMillis,
            @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 40) Integer> pauses) {
        RateLimit limit = RateLimit.of(new RateRule(requests, Duration.ofMillis(windowMillis)));
        List<Instant> permitted = new ArrayList<>();
        Instant now = START;
        for (int pause : pauses) {
            now = now.plusMillis(pause);
            Duration wait = limit.acquire(now);

            assertThat(wait.isZero()).isEqualTo(wouldPermit(permitted, requests, windowMillis, now));
            if (wait.isZero()) {
                permitted.add(now);
            } else {
                assertThat(wouldPermit(permitted, requests, windowMillis, now.plus(wait)))
                        .isTrue();
                assertThat(wouldPermit(
                                permitted,
                                requests,
                                windowMillis,
                                now.plus(wait).minusNanos(1)))
                        .isFalse();
            }
        }
    }

    private static boolean wouldPermit(List<Instant> permitted, int requests, int windowMillis, Instant now) {
        return permitted.stream()
                        .filter(at -> at.isAfter(now.minusMillis(windowMillis)))
                        .count()
                < requests;
    }
}
