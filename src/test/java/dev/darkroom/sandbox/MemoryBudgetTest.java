package dev.darkroom.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.ledger.Credits;
import dev.darkroom.memory.MemoryBudget;
import dev.darkroom.task.AcceptResult;
import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.TaskStatus;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {

    /** Four small tasks use up the budget. */
    private static final long FOUR_TASKS = 4 * 528;

    private final SandboxFixture fixture = new SandboxFixture(new Sandboxes.Settings(
            AccountDefaults.allWith(SandboxFixture.DEFAULTS),
            Map.of(),
            true,
            3,
            42,
            new MemoryBudget(FOUR_TASKS),
            100,
            new MemoryBudget(Long.MAX_VALUE)));
    private final Sandbox sandbox = fixture.sandbox("one");
    private final Sandbox otherSandbox = fixture.sandbox("other");

    @Test
    void dropsFinishedTasksFirst() {
        createFinished(sandbox, 4);

        assertThat(create(sandbox)).isInstanceOf(AcceptResult.Accepted.class);
        assertThat(sandbox.tasks().count(TaskStatus.COMPLETED)).isEqualTo(3);
        assertThat(sandbox.tasks().dropped()).isOne();
    }

    @Test
    void neverDropsUnfinishedTask() {
        for (int i = 0; i < 4; i++) {
            assertThat(create(i < 2 ? sandbox : otherSandbox)).isInstanceOf(AcceptResult.Accepted.class);
        }
        assertThat(create(sandbox)).isEqualTo(new AcceptResult.NoMemory(FOUR_TASKS));
        assertThat(sandbox.credits().held()).isEqualTo(Credits.of("2"));
        fixture.sandboxes.freeMemory();
        assertThat(sandbox.tasks().count(TaskStatus.PENDING)
                        + otherSandbox.tasks().count(TaskStatus.PENDING))
                .isEqualTo(4);
    }

    @Test
    void dropsFinishedTasksOfOneSandboxForAnother() {
        createFinished(sandbox, 4);
        assertThat(create(otherSandbox)).isInstanceOf(AcceptResult.NoMemory.class);

        fixture.sandboxes.freeMemory();
        assertThat(create(otherSandbox)).isInstanceOf(AcceptResult.Accepted.class);
        assertThat(sandbox.tasks().dropped()).isOne();
    }

    @Test
    void resetFreesMemory() {
        createFinished(sandbox, 2);
        create(sandbox);
        create(sandbox);
        fixture.sandboxes.reset(sandbox.key());

        assertThat(create(sandbox)).isInstanceOf(AcceptResult.Accepted.class);

        createFinished(otherSandbox, 4);
        assertThat(otherSandbox.tasks().dropped()).isZero();
    }

    private void createFinished(Sandbox sandbox, int tasks) {
        for (int i = 0; i < tasks; i++) {
            create(sandbox);
        }
        fixture.pass(Duration.ofSeconds(2), sandbox);
    }

    private static AcceptResult create(Sandbox sandbox) {
        return sandbox.accept(SandboxFixture.spec("1", Optional.empty()), SandboxFixture.overrides(PlanOverrides.NONE));
    }
}
