package dev.darkroom.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Instant T0 = Instant.parse("2026-11-20T10:00:00Z");
    private static final Outcome COMPLETES = new Outcome.Completes();
    private static final Outcome FAILS = new Outcome.Fails("some_code", "Some message");

    private final Plan plan = new Plan(T0.plusSeconds(1), T0.plusSeconds(3), COMPLETES);

    @Test
    void changesStatusAtTheInstant() {
        assertThat(plan.statusAt(T0.plusSeconds(1).minusNanos(1))).isEqualTo(TaskStatus.PENDING);
        assertThat(plan.statusAt(T0.plusSeconds(1))).isEqualTo(TaskStatus.PROCESSING);
        assertThat(plan.statusAt(T0.plusSeconds(3).minusNanos(1))).isEqualTo(TaskStatus.PROCESSING);
        assertThat(plan.statusAt(T0.plusSeconds(3))).isEqualTo(TaskStatus.COMPLETED);
        assertThat(plan.endingAt(T0, FAILS).statusAt(T0)).isEqualTo(TaskStatus.FAILED);
    }

    @Test
    void returnsTheNextChange() {
        assertThat(plan.nextChangeAfter(T0)).contains(T0.plusSeconds(1));
        assertThat(plan.nextChangeAfter(T0.plusSeconds(1))).contains(T0.plusSeconds(3));
        assertThat(plan.nextChangeAfter(T0.plusSeconds(3))).isEmpty();
    }

    @Test
    void delayMovesOnlyFutureInstants() {
        Plan delayed = plan.delayed(T0.plusSeconds(2), Duration.ofSeconds(10));

        assertThat(delayed.startsAt()).isEqualTo(T0.plusSeconds(1));
        assertThat(delayed.endsAt()).isEqualTo(T0.plusSeconds(13));
    }

    @Test
    void cannotEndBeforeItStarts() {
        assertThatThrownBy(() -> new Plan(T0, T0.minusNanos(1), COMPLETES))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
