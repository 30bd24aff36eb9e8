package dev.darkroom.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitTest {

    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final RateRule TWO_IN_TEN_SECONDS = new RateRule(2, Duration.ofSeconds(10));

    @Test
    void permitsAsManyAsItSaysAndTellsHowLongToWait() {
        RateLimit limit = RateLimit.of(TWO_IN_TEN_SECONDS);

        assertThat(limit.acquire(START)).isZero();
        assertThat(limit.acquire(START.plusSeconds(4))).isZero();
        assertThat(limit.acquire(START.plusSeconds(5))).isEqualTo(Duration.ofSeconds(5));
        assertThat(limit.acquire(START.plusSeconds(10).minusNanos(1))).isEqualTo(Duration.ofNanos(1));
        assertThat(limit.acquire(START.plusSeconds(10))).isZero();
        assertThat(limit.acquire(START.plusSeconds(10))).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void whatIsUsedUpPermitsTheFirstRequestAWindowAfterItCame() {
        RateLimit limit = RateLimit.usedUp(TWO_IN_TEN_SECONDS);

        assertThat(limit.acquire(START)).isEqualTo(Duration.ofSeconds(10));
        assertThat(limit.acquire(START.plusSeconds(3))).isEqualTo(Duration.ofSeconds(7));
        assertThat(limit.acquire(START.plusSeconds(10))).isZero();
    }

    @Test
    void underAnotherRuleThePastStillCounts() {
        RateLimit limit = RateLimit.of(TWO_IN_TEN_SECONDS);
        limit.acquire(START);
        limit.acquire(START.plusSeconds(1));

        RateLimit wider = limit.under(new RateRule(3, Duration.ofSeconds(10)));
        assertThat(wider.acquire(START.plusSeconds(2))).isZero();
        assertThat(wider.acquire(START.plusSeconds(2))).isEqualTo(Duration.ofSeconds(8));
        RateLimit narrower = limit.under(new RateRule(1, Duration.ofSeconds(10)));
        assertThat(narrower.acquire(START.plusSeconds(10))).isEqualTo(Duration.ofSeconds(1));
    }

    /** The naive reference: it remembers every permitted request for ever, and counts. */
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

    @ParameterizedTest
    @CsvSource({"0, 1000", "-1, 1000", "100001, 1000", "1, 0", "1, -1", "1, 400000000000"})
    void aRuleHasBounds(int requests, long windowMillis) {
        assertThatThrownBy(() -> new RateRule(requests, Duration.ofMillis(windowMillis)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean wouldPermit(List<Instant> permitted, int requests, int windowMillis, Instant now) {
        return permitted.stream()
                        .filter(at -> at.isAfter(now.minusMillis(windowMillis)))
                        .count()
                < requests;
    }
}
