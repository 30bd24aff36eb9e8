package dev.darkroom.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.access.ApiKey;
import dev.darkroom.access.RateRule;
import dev.darkroom.ledger.Credits;
import dev.darkroom.memory.SharedMemory;
import dev.darkroom.sandbox.AccountDefaults.ForDialect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InitialDefaultsTest {

    @Test
    void firstDialectDecidesDefaultsThatWereNotChanged() {
        Optional<RateRule> limit = Optional.of(new RateRule(5, Duration.ofMinutes(1)));
        SandboxDefaults general = SandboxFixture.DEFAULTS.withCredits(Credits.of("1"));
        SandboxDefaults limited =
                general.withCredits(Credits.of("2")).withPolicy(general.policy().withRateLimit(limit));
        Sandboxes sandboxes = new SandboxFixture(new Sandboxes.Settings(
                        new AccountDefaults(
                                general,
                                List.of(new ForDialect("one", "k-", general), new ForDialect("two", "k-", limited))),
                        Map.of(),
                        true,
                        3,
                        42,
                        SharedMemory.unlimited(),
                        100,
                        SharedMemory.unlimited()))
                .sandboxes;
        Sandbox untouched = sandboxes.getOrCreate(new ApiKey("k-untouched"));
        Sandbox changed = sandboxes.getOrCreate(new ApiKey("k-changed"));
        changed.change(SandboxFixture.balance(Credits.of("1")));
        changed.change(SandboxFixture.balance(Credits.of("3")));
        assertThat(untouched.policy().rateLimit()).isEmpty();

        sandboxes.authenticate(untouched.key(), "two");
        sandboxes.authenticate(untouched.key(), "one");
        sandboxes.authenticate(changed.key(), "two");

        assertThat(untouched.policy().rateLimit()).isEqualTo(limit);
        assertThat(untouched.credits().balance()).isEqualTo(Credits.of("2"));
        assertThat(changed.policy().rateLimit()).isEqualTo(limit);
        assertThat(changed.credits().balance()).isEqualTo(Credits.of("3"));
    }

    @Test
    void laterChangeOfDefaultsDoesNotReachSandbox() {
        Sandboxes sandboxes = new SandboxFixture().sandboxes;
        Sandbox earlier = sandboxes.getOrCreate(new ApiKey("k-earlier"));
        sandboxes.changeDefaults(defaults -> defaults.withCredits(Credits.of("7")));

        sandboxes.authenticate(earlier.key(), "one");

        assertThat(earlier.credits().balance()).isEqualTo(SandboxFixture.DEFAULTS.credits());
    }
}
