package dev.darkroom.sandbox;

import static dev.darkroom.sandbox.SandboxFixture.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.access.ApiKey;
import dev.darkroom.ledger.Credits;
import dev.darkroom.sandbox.AccountDefaults.ForDialect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SandboxesTest {

    private final SandboxFixture house = new SandboxFixture();

    @Test
    void aKeyAlwaysFindsItsOwnSandbox() {
        assertThat(house.sandbox("a")).isSameAs(house.sandbox("a")).isNotSameAs(house.sandbox("b"));
    }

    @Test
    void aPublicIdFindsItsSandbox() {
        house.sandbox("a").change(SandboxFixture.seed(42));
        house.sandbox("b").change(SandboxFixture.seed(42));
        UUID id = accept(house.sandbox("a"), "2.4");
        assertThat(accept(house.sandbox("b"), "2.4")).isEqualTo(id);

        UUID publicId = house.sandbox("a").task(id).orElseThrow().publicId();
        assertThat(house.sandboxes.findByTask(publicId)).containsSame(house.sandbox("a"));
        assertThat(house.sandbox("a").taskOf(publicId)).contains(id);
        assertThat(house.sandbox("b").taskOf(publicId)).isEmpty();
        assertThat(house.sandboxes.findByTask(new UUID(1, publicId.getLeastSignificantBits())))
                .isEmpty();

        house.sandboxes.reset(new ApiKey("a"));
        assertThat(house.sandboxes.findByTask(publicId)).isEmpty();
    }

    @Test
    void theLongestPrefixOfAKeySaysWhatItsSandboxStartsWith() {
        SandboxDefaults usual = SandboxFixture.DEFAULTS;
        AccountDefaults starts = new AccountDefaults(
                usual,
                List.of(
                        new ForDialect("one", "k-", usual.withCredits(Credits.of("1"))),
                        new ForDialect("two", "k-x-", usual.withCredits(Credits.of("2")))));

        assertThat(starts.of(new ApiKey("a")).credits()).isEqualTo(usual.credits());
        assertThat(starts.of(new ApiKey("k-y")).credits()).isEqualTo(Credits.of("1"));
        assertThat(starts.of(new ApiKey("k-x-y")).credits()).isEqualTo(Credits.of("2"));
        assertThat(starts.with(start -> start.withCredits(Credits.of("3")))
                        .of(new ApiKey("k-x-y"))
                        .credits())
                .isEqualTo(Credits.of("3"));
    }

    @Test
    void twoSandboxesNeverMeet() {
        UUID task = accept(house.sandbox("a"), "2.4");

        assertThat(house.sandbox("b").task(task)).isEmpty();
        assertThat(house.sandbox("b").credits().balance()).isEqualTo(Credits.of("10"));
    }

    @Test
    void aResetForgetsEverything() {
        UUID task = accept(house.sandbox("a"), "2.4");

        house.sandboxes.reset(new ApiKey("a"));

        assertThat(house.sandbox("a").task(task)).isEmpty();
        assertThat(house.sandbox("a").credits().balance()).isEqualTo(Credits.of("10"));
    }

    @Test
    void defaultsHoldForNewSandboxesOnly() {
        Sandbox old = house.sandbox("old");
        house.sandboxes.changeDefaults(start -> start.withCredits(Credits.of("1")));

        assertThat(house.sandbox("new").credits().balance()).isEqualTo(Credits.of("1"));
        assertThat(old.credits().balance()).isEqualTo(Credits.of("10"));

        house.sandboxes.resetDefaults();
        assertThat(house.sandbox("newer").credits().balance()).isEqualTo(Credits.of("10"));
    }

    @Test
    void theOneThatWasNotUsedMakesRoom() {
        Sandbox a = house.sandbox("a");
        Sandbox b = house.sandbox("b");
        Sandbox c = house.sandbox("c");
        house.sandbox("d");
        house.sandbox("b");
        house.sandbox("e");

        assertThat(house.sandboxes.all()).hasSize(3).doesNotContain(a, c).contains(b);
        assertThat(house.sandboxes.dropped()).isEqualTo(2);
    }

    @Test
    void whenAllAreBusyNobodyElseComesIn() {
        for (String key : new String[] {"a", "b", "c"}) {
            accept(house.sandbox(key), "1");
        }

        assertThatThrownBy(() -> house.sandbox("d")).isInstanceOf(TooManySandboxes.class);
        assertThat(house.sandboxes.all()).hasSize(3);
    }

    @Test
    void oneThatWaitsForAnAnswerToItsCallbackIsBusy() {
        house.answer = Optional.empty();
        Sandbox waiting = house.sandbox("a");
        SandboxFixture.acceptWithCallback(waiting);
        house.pass(Duration.ofSeconds(2), waiting);
        for (int i = 0; i < 20; i++) {
            house.sandbox("other " + i);
        }

        assertThat(house.sandbox("a")).isSameAs(waiting);
    }

    @Test
    void oneWithAnUnfinishedTaskIsNeverDropped() {
        UUID task = accept(house.sandbox("a"), "1");
        for (int i = 0; i < 20; i++) {
            house.sandbox("other " + i);
        }

        assertThat(house.sandbox("a").task(task)).isPresent();
    }
}
