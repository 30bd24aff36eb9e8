package dev.darkroom.sandbox;

import static dev.darkroom.sandbox.SandboxFixture.accept;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.access.ApiKey;
import dev.darkroom.ledger.Credits;
import dev.darkroom.memory.SharedMemory;
import dev.darkroom.sandbox.AccountDefaults.ForDialect;
import dev.darkroom.task.AcceptResult;
import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.Progression;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxesTest {

    private final SandboxFixture fixture = new SandboxFixture();

    @Test
    void returnsTheSameSandboxForAKey() {
        assertThat(fixture.sandbox("a")).isSameAs(fixture.sandbox("a")).isNotSameAs(fixture.sandbox("b"));
    }

    @Test
    void findsSandboxByPublicId() {
        fixture.sandbox("a").change(SandboxFixture.seed(42));
        fixture.sandbox("b").change(SandboxFixture.seed(42));
        UUID id = accept(fixture.sandbox("a"), "2.4");
        assertThat(accept(fixture.sandbox("b"), "2.4")).isEqualTo(id);

        UUID publicId = fixture.sandbox("a").task(id).orElseThrow().publicId();
        assertThat(fixture.sandboxes.findByTask(publicId)).containsSame(fixture.sandbox("a"));
        assertThat(fixture.sandbox("a").taskIdOf(publicId)).contains(id);
        assertThat(fixture.sandbox("b").taskIdOf(publicId)).isEmpty();
        assertThat(fixture.sandboxes.findByTask(new UUID(1, publicId.getLeastSignificantBits())))
                .isEmpty();

        fixture.sandboxes.reset(new ApiKey("a"));
        assertThat(fixture.sandboxes.findByTask(publicId)).isEmpty();
    }

    @Test
    void errorIdsFollowFromTheSeed() {
        SandboxFixture other = new SandboxFixture();

        assertThat(other.sandbox("a").nextErrorId())
                .isEqualTo(fixture.sandbox("a").nextErrorId())
                .isNotEqualTo(fixture.sandbox("b").nextErrorId());
        assertThat(other.sandboxes.nextErrorId()).isEqualTo(fixture.sandboxes.nextErrorId());
        assertThat(other.sandboxes.nextErrorId()).isNotEqualTo(new SandboxFixture().sandboxes.nextErrorId());
    }

    @Test
    void setSeedRestartsErrorIds() {
        fixture.sandbox("a").change(SandboxFixture.seed(1));
        UUID first = fixture.sandbox("a").nextErrorId();
        fixture.sandbox("b").change(SandboxFixture.seed(1));

        assertThat(fixture.sandbox("b").nextErrorId()).isEqualTo(first);
    }

    @Test
    void findsOnlyCreatedSandboxes() {
        assertThat(fixture.sandboxes.find(new ApiKey("a"))).isEmpty();
        assertThat(fixture.sandboxes.find(fixture.sandbox("a").key())).containsSame(fixture.sandbox("a"));
    }

    @Test
    void longestPrefixDecidesTheDefaults() {
        SandboxDefaults general = SandboxFixture.DEFAULTS;
        AccountDefaults defaults = new AccountDefaults(
                general,
                List.of(
                        new ForDialect("one", "k-", general.withCredits(Credits.of("1"))),
                        new ForDialect("two", "k-x-", general.withCredits(Credits.of("2")))));

        assertThat(defaults.of(new ApiKey("a")).credits()).isEqualTo(general.credits());
        assertThat(defaults.of(new ApiKey("k-y")).credits()).isEqualTo(Credits.of("1"));
        assertThat(defaults.of(new ApiKey("k-x-y")).credits()).isEqualTo(Credits.of("2"));
        assertThat(defaults.with(current -> current.withCredits(Credits.of("3")))
                        .of(new ApiKey("k-x-y"))
                        .credits())
                .isEqualTo(Credits.of("3"));
    }

    @Test
    void dialectDecidesAmongDefaultsOfTheSamePrefix() {
        SandboxDefaults general = SandboxFixture.DEFAULTS;
        AccountDefaults defaults = new AccountDefaults(
                general,
                List.of(
                        new ForDialect("one", "k-", general.withCredits(Credits.of("1"))),
                        new ForDialect("two", "k-", general.withCredits(Credits.of("2"))),
                        new ForDialect("three", "k-x-", general.withCredits(Credits.of("3")))));

        assertThat(defaults.of(new ApiKey("k-y"), "one").credits()).isEqualTo(Credits.of("1"));
        assertThat(defaults.of(new ApiKey("k-y"), "two").credits()).isEqualTo(Credits.of("2"));
        assertThat(defaults.of(new ApiKey("k-y"), "three").credits()).isEqualTo(Credits.of("1"));
        assertThat(defaults.of(new ApiKey("k-y")).credits()).isEqualTo(Credits.of("1"));
        assertThat(defaults.of(new ApiKey("k-x-y"), "two").credits()).isEqualTo(Credits.of("3"));
        assertThat(defaults.of(new ApiKey("a"), "two").credits()).isEqualTo(general.credits());
    }

    @Test
    void firstDialectOfAKeyDecidesItsDefaults() {
        SandboxDefaults general = SandboxFixture.DEFAULTS;
        SandboxFixture customFixture = new SandboxFixture(new Sandboxes.Settings(
                new AccountDefaults(
                        general,
                        List.of(
                                new ForDialect("one", "k-", general.withCredits(Credits.of("1"))),
                                new ForDialect("two", "k-", general.withCredits(Credits.of("2"))))),
                Map.of(),
                true,
                3,
                42,
                SharedMemory.unlimited(),
                100,
                SharedMemory.unlimited()));
        Sandbox sandbox =
                customFixture.sandboxes.authenticate(new ApiKey("k-a"), "two").orElseThrow();

        assertThat(sandbox.credits().balance()).isEqualTo(Credits.of("2"));
        assertThat(customFixture.sandboxes.authenticate(new ApiKey("k-a"), "one"))
                .containsSame(sandbox);
        assertThat(customFixture.sandbox("k-b").credits().balance()).isEqualTo(Credits.of("1"));
    }

    @Test
    void sandboxesShareNothing() {
        UUID task = accept(fixture.sandbox("a"), "2.4");

        assertThat(fixture.sandbox("b").task(task)).isEmpty();
        assertThat(fixture.sandbox("b").credits().balance()).isEqualTo(Credits.of("10"));
    }

    @Test
    void resetDropsEverything() {
        UUID task = accept(fixture.sandbox("a"), "2.4");

        fixture.sandboxes.reset(new ApiKey("a"));

        assertThat(fixture.sandbox("a").task(task)).isEmpty();
        assertThat(fixture.sandbox("a").credits().balance()).isEqualTo(Credits.of("10"));
    }

    @Test
    void changedDefaultsApplyToNewSandboxesOnly() {
        Sandbox old = fixture.sandbox("old");
        fixture.sandboxes.changeDefaults(current -> current.withCredits(Credits.of("1")));

        assertThat(fixture.sandbox("new").credits().balance()).isEqualTo(Credits.of("1"));
        assertThat(old.credits().balance()).isEqualTo(Credits.of("10"));

        fixture.sandboxes.resetDefaults();
        assertThat(fixture.sandbox("newer").credits().balance()).isEqualTo(Credits.of("10"));
    }

    @Test
    void evictsUnusedSandbox() {
        Sandbox a = fixture.sandbox("a");
        Sandbox b = fixture.sandbox("b");
        Sandbox c = fixture.sandbox("c");
        fixture.sandbox("d");
        fixture.sandbox("b");
        fixture.sandbox("e");

        assertThat(fixture.sandboxes.all()).hasSize(3).doesNotContain(a, c).contains(b);
        assertThat(fixture.sandboxes.dropped()).isEqualTo(2);
    }

    @Test
    void admitsNewSandboxEvenIfAllHaveUnfinishedTasks() {
        for (String key : new String[] {"a", "b", "c", "d"}) {
            accept(fixture.sandbox(key), "1");
        }
        fixture.sandbox("e");

        assertThat(fixture.sandboxes.all()).hasSize(5);
        assertThat(fixture.sandboxes.dropped()).isZero();
    }

    @Test
    void admitsManyKeysAndKeepsAsManyIdleOnesAsTheLimitAllows() {
        for (int i = 0; i < 1000; i++) {
            fixture.sandbox("crowd " + i);
            fixture.sandbox("crowd " + i);
            fixture.sandbox("regular");
        }

        assertThat(fixture.sandboxes.all()).hasSize(3).contains(fixture.sandbox("regular"));
        assertThat(fixture.sandboxes.dropped()).isEqualTo(998);
    }

    @Test
    void evictsSandboxesThatHaveBecomeIdle() {
        for (int i = 0; i < 500; i++) {
            accept(fixture.sandbox("key " + i), "1");
        }
        fixture.realTime.pass(Duration.ofSeconds(2));
        fixture.sandboxes.all().forEach(Sandbox::runDue);
        fixture.sandboxes.evictIdle();

        assertThat(fixture.sandboxes.all()).hasSize(3).contains(fixture.sandbox("key 499"));
    }

    @Test
    void evictsNoneIfTheLimitIsNotExceeded() {
        for (String key : new String[] {"a", "b", "c"}) {
            fixture.sandbox(key);
        }
        fixture.sandboxes.evictIdle();

        assertThat(fixture.sandboxes.all()).hasSize(3);
    }

    @Test
    void neverEvictsSandboxWithAttemptInFlight() {
        fixture.result = Optional.empty();
        Sandbox waiting = fixture.sandbox("a");
        SandboxFixture.acceptWithCallback(waiting);
        fixture.pass(Duration.ofSeconds(2), waiting);
        for (int i = 0; i < 20; i++) {
            fixture.sandbox("other " + i);
        }

        assertThat(fixture.sandbox("a")).isSameAs(waiting);
    }

    /** Time moves none of these tasks, except the first. */
    @ParameterizedTest
    @ValueSource(strings = {"timed", "held", "stalled", "polls", "put on hold", "frozen"})
    void neverEvictsSandboxWithUnfinishedTask(String kind) {
        Sandbox kept = fixture.sandbox("a");
        switch (kind) {
            case "held" -> kept.change(SandboxFixture.progression(new Progression.Held()));
            case "polls" -> kept.change(SandboxFixture.progression(new Progression.Polls(2)));
            case "frozen" -> kept.time().freeze();
            default -> {}
        }
        UUID task = kind.equals("stalled") ? acceptStalled(kept) : accept(kept, "1");
        if (kind.equals("put on hold")) {
            kept.tasks().hold(task);
        }
        for (int i = 0; i < 100; i++) {
            fixture.sandbox("other " + i);
        }
        fixture.sandboxes.evictIdle();

        assertThat(fixture.sandbox("a")).isSameAs(kept);
        assertThat(kept.task(task)).isPresent();
        assertThat(kept.credits().balance()).isEqualTo(Credits.of("9"));
        assertThat(fixture.sandboxes.all()).hasSize(4);
    }

    /** A request may have found the sandbox before it is evicted, and create its task afterwards. */
    @Test
    void closedSandboxAcceptsNoTask() {
        Sandbox evicted = fixture.sandbox("a");
        for (int i = 0; i < 3; i++) {
            fixture.sandbox("other " + i);
        }

        assertThat(evicted.accept(
                        SandboxFixture.spec("1", Optional.empty()), SandboxFixture.overrides(PlanOverrides.NONE)))
                .isEqualTo(new AcceptResult.Closed());
        assertThat(fixture.sandbox("a")).isNotSameAs(evicted);
    }

    private static UUID acceptStalled(Sandbox sandbox) {
        PlanOverrides overrides = SandboxFixture.overrides(PlanOverrides.NONE);
        PlanOverrides stalled = overrides.with(overrides.timing().stalling());
        return ((AcceptResult.Accepted) sandbox.accept(SandboxFixture.spec("1", Optional.empty()), stalled))
                .task()
                .id();
    }
}
