package dev.darkroom.time;

import static dev.darkroom.time.ManualTime.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxClockTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final ManualTime real = new ManualTime();
    private final SandboxClock clock = new SandboxClock(real);

    @Test
    void runsWithRealTime() {
        real.pass(SECOND);
        assertThat(clock.instant()).isEqualTo(START.plus(SECOND));
    }

    @Test
    void stopsWhenFrozenAndContinuesFromThere() {
        clock.freeze();
        real.pass(HOUR);
        assertThat(clock.instant()).isEqualTo(START);

        clock.resume();
        real.pass(SECOND);
        assertThat(clock.instant()).isEqualTo(START.plus(SECOND));
        assertThat(clock.isFrozen()).isFalse();
    }

    @Test
    void advancesWhetherFrozenOrNot() {
        clock.advanceTo(START.plus(HOUR));
        real.pass(SECOND);
        assertThat(clock.instant()).isEqualTo(START.plus(HOUR).plus(SECOND));

        clock.freeze();
        clock.advanceTo(START.plus(HOUR).plus(HOUR));
        assertThat(clock.instant()).isEqualTo(START.plus(HOUR).plus(HOUR));
    }

    @Test
    void neverGoesBack() {
        clock.advanceTo(START.minus(HOUR));
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void doesNotFollowRealTimeBack() {
        real.pass(HOUR);
        clock.instant();
        real.pass(Duration.ofMinutes(-30));
        assertThat(clock.instant()).isEqualTo(START.plus(HOUR));
        real.pass(SECOND);
        assertThat(clock.instant()).isEqualTo(START.plus(HOUR).plus(SECOND));
    }

    @Test
    void appliesScaleFromTheCurrentInstant() {
        real.pass(SECOND);
        clock.setScale(new BigDecimal("60"));
        assertThat(clock.instant()).isEqualTo(START.plus(SECOND));

        real.pass(Duration.ofMillis(500));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(31));

        clock.setScale(new BigDecimal("0.5"));
        real.pass(Duration.ofSeconds(3));
        assertThat(clock.instant()).isEqualTo(START.plusMillis(32_500));

        clock.setScale(BigDecimal.ONE);
        real.pass(SECOND);
        assertThat(clock.instant()).isEqualTo(START.plusMillis(33_500));
    }

    @Test
    void resumedClockRunsAtItsScale() {
        clock.freeze();
        clock.setScale(BigDecimal.TEN);
        real.pass(HOUR);
        assertThat(clock.instant()).isEqualTo(START);

        clock.resume();
        real.pass(SECOND);
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(10));
    }

    @Test
    void advanceKeepsScale() {
        clock.setScale(BigDecimal.TEN);
        clock.advanceTo(START.plus(HOUR));
        real.pass(SECOND);
        assertThat(clock.instant()).isEqualTo(START.plus(HOUR).plusSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0009", "0", "-1", "86400.001"})
    void rejectsScaleOutOfRange(String scale) {
        assertThatThrownBy(() -> clock.setScale(new BigDecimal(scale))).hasMessageContaining(scale);
    }

    @Test
    void stopsAtTheLastInstant() {
        clock.advanceTo(Instant.MAX);
        assertThat(clock.instant()).isEqualTo(SandboxClock.END);
        real.pass(HOUR);
        assertThat(clock.instant()).isEqualTo(SandboxClock.END);
        assertThat(clock.realTimeUntil(SandboxClock.END.plus(SECOND))).isEmpty();
    }

    @Test
    void returnsRealTimeUntilAnInstant() {
        assertThat(clock.realTimeUntil(START.plus(HOUR))).contains(HOUR);
        assertThat(clock.realTimeUntil(START.minus(HOUR))).contains(Duration.ZERO);

        clock.setScale(new BigDecimal("60"));
        assertThat(clock.realTimeUntil(START.plus(HOUR))).contains(Duration.ofMinutes(1));
        clock.setScale(new BigDecimal("7"));
        real.pass(clock.realTimeUntil(START.plus(HOUR)).orElseThrow());
        assertThat(clock.instant()).isBetween(START.plus(HOUR), START.plus(HOUR).plusNanos(7));
    }

    @Test
    void frozenClockReachesOnlyPastInstants() {
        clock.freeze();
        assertThat(clock.realTimeUntil(START.plus(SECOND))).isEmpty();
        assertThat(clock.realTimeUntil(START)).contains(Duration.ZERO);
    }
}
