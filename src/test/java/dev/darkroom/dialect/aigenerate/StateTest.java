package dev.darkroom.dialect.aigenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.task.Outcome;
import dev.darkroom.task.Plan;
import dev.darkroom.task.TaskSpec;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class StateTest {

    private static final Instant CREATED = Instant.parse("2026-11-22T00:00:00Z");
    private static final Duration PENDING_TIME = Duration.ofMillis(100);

    /** @param steps advances of the clock in milliseconds; before a multiple of 5, the task is held or released */
    @Property
    void holdsAndReleasesNeverMoveStateBack(@ForAll @Size(max = 30) List<@IntRange(max = 60) Integer> steps) {
        Instant now = CREATED;
        Instant start = CREATED.plus(PENDING_TIME);
        Plan plan = new Plan(start, start.plus(PENDING_TIME), new Outcome.Completes());
        Optional<Instant> heldAt = Optional.empty();
        State previous = State.WAITING;
        for (int step : steps) {
            if (step % 5 == 0 && heldAt.isEmpty()) {
                heldAt = Optional.of(now);
            } else if (step % 5 == 0) {
                plan = plan.delayed(heldAt.get(), Duration.between(heldAt.get(), now));
                heldAt = Optional.empty();
            }
            now = now.plusMillis(step);
            State state = State.of(viewOf(plan, heldAt, now), now);
            assertThat(state).isGreaterThanOrEqualTo(previous);
            assertThat(state.since(viewOf(plan, heldAt, now))).isBeforeOrEqualTo(heldAt.orElse(now));
            previous = state;
        }
    }

    @Example
    void taskThatNeverStartsStaysWaiting() {
        TaskView task = viewOf(new Plan(Plan.NEVER, Plan.NEVER, new Outcome.Completes()), Optional.empty(), CREATED);

        assertThat(State.of(task, CREATED.plus(Duration.ofDays(3650)))).isEqualTo(State.WAITING);
        assertThat(State.WAITING.since(task)).isEqualTo(CREATED);
    }

    @Example
    void taskThatStartsImmediatelyIsGenerating() {
        Plan plan = new Plan(CREATED, CREATED.plus(PENDING_TIME), new Outcome.Completes());
        TaskView task = viewOf(plan, Optional.empty(), CREATED);

        assertThat(State.of(task, CREATED)).isEqualTo(State.GENERATING);
    }

    private static TaskView viewOf(Plan plan, Optional<Instant> heldAt, Instant now) {
        TaskStatus status = plan.statusAt(heldAt.orElse(now));
        TaskSpec unused = null;
        return new TaskView(
                new UUID(0, 0), new UUID(0, 0), 0, unused, CREATED, status, heldAt, plan, false, Optional.empty());
    }
}
