package dev.darkroom.sandbox;

import static dev.darkroom.sandbox.SandboxFixture.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.access.ApiKey;
import dev.darkroom.ledger.Credits;
import dev.darkroom.memory.MemoryBudget;
import dev.darkroom.sandbox.AccountDefaults.ForDialect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

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
        assertThat(other.sandboxes.nextErrorId())
                .isNotEqualTo(new SandboxFixture().sandboxes.nextErrorId());
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
                new MemoryBudget(Long.MAX_VALUE),
                100,
                new MemoryBudget(Long.MAX_VALUE)));
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
    void rejectsNewSandboxIfAllAreInUse() {
        for (String key : new String[] {"a", "b", "c"}) {
            accept(fixture.sandbox(key), "1");
        }

        assertThatThrownBy(() -> fixture.sandbox("d")).isInstanceOf(TooManySandboxesException.class);
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

    @Test
    void neverEvictsSandboxWithUnfinishedTask() {
        UUID task = accept(fixture.sandbox("a"), "1");
        for (int i = 0; i < 20; i++) {
            fixture.sandbox("other " + i);
        }

        assertThat(fixture.sandbox("a").task(task)).isPresent();
    }
}
