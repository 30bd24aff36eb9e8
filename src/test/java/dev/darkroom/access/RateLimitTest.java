package dev.darkroom.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final RateRule TWO_IN_TEN_SECONDS = new RateRule(2, Duration.ofSeconds(10));

    @Test
    void permitsUpToTheLimitAndReturnsTheWait() {
        RateLimit limit = RateLimit.of(TWO_IN_TEN_SECONDS);

        assertThat(limit.acquire(1, START)).isZero();
        assertThat(limit.acquire(1, START.plusSeconds(4))).isZero();
        assertThat(limit.acquire(1, START.plusSeconds(5))).isEqualTo(Duration.ofSeconds(5));
        assertThat(limit.acquire(1, START.plusSeconds(10).minusNanos(1))).isEqualTo(Duration.ofNanos(1));
        assertThat(limit.acquire(1, START.plusSeconds(10))).isZero();
        assertThat(limit.acquire(1, START.plusSeconds(10))).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void usedUpLimitPermitsOneWindowAfterTheFirstRequest() {
        RateLimit limit = RateLimit.usedUp(TWO_IN_TEN_SECONDS);

        assertThat(limit.acquire(1, START)).isEqualTo(Duration.ofSeconds(10));
        assertThat(limit.acquire(1, START.plusSeconds(3))).isEqualTo(Duration.ofSeconds(7));
        assertThat(limit.acquire(1, START.plusSeconds(10))).isZero();
    }

    @Test
    void permitsAllUnitsOrNone() {
        RateLimit limit = RateLimit.of(new RateRule(5, Duration.ofSeconds(10)));

        assertThat(limit.acquire(3, START)).isZero();
        assertThat(limit.acquire(3, START.plusSeconds(1))).isEqualTo(Duration.ofSeconds(9));
        assertThat(limit.acquire(2, START.plusSeconds(1))).isZero();
        assertThat(limit.acquire(4, START.plusSeconds(2))).isEqualTo(Duration.ofSeconds(9));
        assertThat(limit.acquire(3, START.plusSeconds(10))).isZero();
    }

    @Test
    void neverPermitsMoreUnitsThanTheLimit() {
        RateLimit limit = RateLimit.of(TWO_IN_TEN_SECONDS);

        assertThat(limit.acquire(3, START)).isEqualTo(Duration.ofSeconds(10));
        assertThat(limit.acquire(3, START.plusSeconds(10))).isEqualTo(Duration.ofSeconds(10));
        assertThat(limit.acquire(2, START.plusSeconds(10))).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void rejectsLessThanOneUnit(int units) {
        RateLimit limit = RateLimit.of(TWO_IN_TEN_SECONDS);

        assertThatThrownBy(() -> limit.acquire(units, START)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void newRuleCountsEarlierRequests() {
        RateLimit limit = RateLimit.of(TWO_IN_TEN_SECONDS);
        limit.acquire(1, START);
        limit.acquire(1, START.plusSeconds(1));

        RateLimit wider = limit.withRule(new RateRule(3, Duration.ofSeconds(10)));
        assertThat(wider.acquire(1, START.plusSeconds(2))).isZero();
        assertThat(wider.acquire(1, START.plusSeconds(2))).isEqualTo(Duration.ofSeconds(8));
        RateLimit narrower = limit.withRule(new RateRule(1, Duration.ofSeconds(10)));
        assertThat(narrower.acquire(1, START.plusSeconds(10))).isEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({"0, 1000", "-1, 1000", "100001, 1000", "1, 0", "1, -1", "1, 400000000000"})
    void rejectsRuleOutOfRange(int requests, long windowMillis) {
        assertThatThrownBy(() -> new RateRule(requests, Duration.ofMillis(windowMillis)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
