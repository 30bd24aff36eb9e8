package dev.darkroom.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.ledger.Credits;
import dev.darkroom.ledger.Entry;
import dev.darkroom.memory.SharedMemory;
import dev.darkroom.task.AcceptResult;
import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.Progression;
import dev.darkroom.task.TaskStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** All sandboxes share the memory for tasks. */
class TaskMemoryTest {

    private static final int TASK = SandboxFixture.spec("1", Optional.empty()).bytes();

    /** Two sandboxes and 100 small tasks use up the memory. */
    private static final long LIMIT = 2 * Sandbox.BYTES + 100 * TASK;

    private static final int MANY = 1000;

    private final SharedMemory memory = new SharedMemory(LIMIT);
    private final SandboxFixture fixture = new SandboxFixture(new Sandboxes.Settings(
            AccountDefaults.allWith(new SandboxDefaults(
                    Credits.of("10000"),
                    KeyPolicy.NONE,
                    SandboxFixture.LIFECYCLE,
                    SandboxFixture.DEFAULTS.callbackSchedule(),
                    SandboxFixture.DEFAULTS.faults(),
                    MANY)),
            Map.of(),
            true,
            MANY,
            42,
            memory,
            100,
            SharedMemory.unlimited()));
    private final Sandbox quiet = fixture.sandbox("quiet");
    private final Sandbox flooding = fixture.sandbox("flooding");

    @Test
    void floodOfFinishedTasksDropsItsOwnOldest() {
        createFinished(quiet, 10);
        createFinished(flooding, 500);

        assertThat(quiet.tasks().count(TaskStatus.COMPLETED)).isEqualTo(10);
        assertThat(quiet.tasks().dropped()).isZero();
        assertThat(flooding.tasks().dropped()).isGreaterThanOrEqualTo(500 - 90);
        assertThat(memory.used()).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void floodOfUnfinishedTasksIsRefusedAndLeavesRoomForOthers() {
        flooding.change(SandboxFixture.progression(new Progression.Held()));
        int accepted = 0;
        while (create(flooding) instanceof AcceptResult.Accepted) {
            accepted++;
        }

        assertThat(accepted).isBetween(35, 60);
        assertThat(create(flooding)).isEqualTo(new AcceptResult.NoMemory(Sandbox.BYTES + (long) accepted * TASK));
        assertThat(flooding.credits().held()).isEqualTo(Credits.of(String.valueOf(accepted)));
        createFinished(quiet, 10);
        assertThat(quiet.tasks().count(TaskStatus.COMPLETED)).isEqualTo(10);
        assertThat(create(fixture.sandbox("new"))).isInstanceOf(AcceptResult.Accepted.class);
        assertThat(flooding.tasks().count(TaskStatus.PENDING)).isEqualTo(accepted);
    }

    @Test
    void unfinishedTasksTakeTheRoomOfFinishedOnesOfOthers() {
        createFinished(quiet, 60);
        createFinished(flooding, 60);
        assertThat(memory.used()).isLessThanOrEqualTo(LIMIT);

        for (int i = 0; i < 20; i++) {
            assertThat(create(fixture.sandbox("new"))).isInstanceOf(AcceptResult.Accepted.class);
        }
        assertThat(quiet.tasks().dropped()).isPositive();
        assertThat(flooding.tasks().dropped()).isPositive();
        assertThat(memory.used()).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void droppedTaskTakesItsCallbackAndLedgerEntriesAlong() {
        fixture.result = Optional.empty();
        for (int i = 0; i < MANY; i++) {
            SandboxFixture.acceptWithCallback(quiet);
            fixture.pass(Duration.ofSeconds(2), quiet);
        }

        int kept = quiet.tasks().count(TaskStatus.COMPLETED);
        assertThat(kept).isLessThan(100);
        assertThat(quiet.callbacks().list(Optional.empty(), Optional.empty(), MANY))
                .hasSize(kept);
        assertThat(quiet.callbacks().dropped()).isEqualTo(MANY - kept);
        List<Entry> entries = quiet.ledgerEntries(3 * MANY);
        assertThat(entries).hasSizeLessThan(MANY);
        assertThat(entries.get(entries.size() - 1).number()).isEqualTo(1 + 2 * MANY);
        assertThat(quiet.credits().captured()).isEqualTo(Credits.of("2400"));
    }

    @Test
    void resetFreesMemory() {
        createFinished(flooding, 10);
        create(flooding);
        long before = memory.used();
        fixture.sandboxes.reset(flooding.key());

        assertThat(memory.used()).isEqualTo(before - Sandbox.BYTES - 11 * TASK);
        assertThat(create(flooding)).isEqualTo(new AcceptResult.Closed());
    }

    /** Each task ends before the next one is created. */
    private void createFinished(Sandbox sandbox, int tasks) {
        for (int i = 0; i < tasks; i++) {
            assertThat(create(sandbox)).isInstanceOf(AcceptResult.Accepted.class);
            fixture.pass(Duration.ofSeconds(2), sandbox);
        }
    }

    private static AcceptResult create(Sandbox sandbox) {
        return sandbox.accept(SandboxFixture.spec("1", Optional.empty()), SandboxFixture.overrides(PlanOverrides.NONE));
    }
}
