package dev.darkroom.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.memory.SharedMemory;
import dev.darkroom.task.AcceptResult;
import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.TaskSpec;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A sandbox knows the ids that a client made up for as long as it keeps their tasks. */
class ClientIdsTest {

    private static final String DIALECT = "some-dialect";

    private final SharedMemory memory = new SharedMemory(1 << 20);
    private final SandboxFixture fixture = new SandboxFixture(new Sandboxes.Settings(
            AccountDefaults.allWith(SandboxFixture.DEFAULTS),
            Map.of(),
            true,
            3,
            42,
            memory,
            100,
            SharedMemory.unlimited()));
    private final Sandbox sandbox = fixture.sandbox("key");

    @Test
    void retryReturnsTheTaskOfTheFirstRequest() {
        UUID first = created("1", "mine");

        assertThat(accept("1", "mine")).isInstanceOfSatisfying(AcceptResult.Retried.class, retried -> assertThat(
                        retried.task().id())
                .isEqualTo(first));
        assertThat(created("1", "other")).isNotEqualTo(first);
        assertThat(idOf("mine")).contains(first);
        assertThat(sandbox.tasks().findByClientId("other-dialect", "mine")).isEmpty();
    }

    @Test
    void refusedRequestIsForgotten() {
        assertThat(accept("1000", "mine")).isInstanceOf(AcceptResult.Refused.class);

        assertThat(idOf("mine")).isEmpty();
        created("1", "mine");
    }

    /** The sandbox keeps five tasks. */
    @Test
    void droppedTaskTakesItsIdAlong() {
        created("1", "mine");
        fixture.pass(Duration.ofSeconds(2), sandbox);
        for (int i = 0; i < 5; i++) {
            created("1", "id " + i);
            fixture.pass(Duration.ofSeconds(2), sandbox);
        }

        assertThat(idOf("mine")).isEmpty();
        assertThat(idOf("id 0")).isPresent();
    }

    @Test
    void idIsGoneWithItsSandbox() {
        created("1", "mine");
        fixture.sandboxes.reset(sandbox.key());

        assertThat(fixture.sandbox("key").tasks().findByClientId(DIALECT, "mine"))
                .isEmpty();
    }

    @Test
    void idCountsInMemory() {
        long before = memory.used();
        created("1", "x".repeat(100));

        TaskSpec withoutId = SandboxFixture.spec("1", Optional.empty());
        assertThat(memory.used() - before).isGreaterThanOrEqualTo(withoutId.bytes() + 200);
    }

    private Optional<UUID> idOf(String clientId) {
        return sandbox.tasks().findByClientId(DIALECT, clientId).map(task -> task.id());
    }

    private UUID created(String price, String clientId) {
        return ((AcceptResult.Accepted) accept(price, clientId)).task().id();
    }

    private AcceptResult accept(String price, String clientId) {
        return sandbox.accept(
                SandboxFixture.specOfClient(price, clientId), SandboxFixture.overrides(PlanOverrides.NONE));
    }
}
