package dev.darkroom.time;

import static dev.darkroom.time.ManualTime.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

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
    void standsStillWhenFrozenAndRunsOnFromThere() {
        clock.freeze();
        real.pass(HOUR);
        assertThat(clock.instant()).isEqualTo(START);

        clock.resume();
        real.pass(SECOND);
        assertThat(clock.instant()).isEqualTo(START.plus(SECOND));
        assertThat(clock.isFrozen()).isFalse();
    }

    @Test
    void jumpsForwardFrozenOrNot() {
        clock.jumpTo(START.plus(HOUR));
        real.pass(SECOND);
        assertThat(clock.instant()).isEqualTo(START.plus(HOUR).plus(SECOND));

        clock.freeze();
        clock.jumpTo(START.plus(HOUR).plus(HOUR));
        assertThat(clock.instant()).isEqualTo(START.plus(HOUR).plus(HOUR));
    }

    @Test
    void neverJumpsBack() {
        clock.jumpTo(START.minus(HOUR));
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void tellsHowLongAnInstantIsAway() {
        assertThat(clock.realTimeUntil(START.plus(HOUR))).contains(HOUR);
        assertThat(clock.realTimeUntil(START.minus(HOUR))).contains(Duration.ZERO);
    }

    @Test
    void whileFrozenOnlyWhatIsDueAlreadyIsWithinReach() {
        clock.freeze();
        assertThat(clock.realTimeUntil(START.plus(SECOND))).isEmpty();
        assertThat(clock.realTimeUntil(START)).contains(Duration.ZERO);
    }
}
