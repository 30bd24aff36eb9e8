package dev.darkroom.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.access.ApiKey;
import dev.darkroom.access.KeyStatus;
import dev.darkroom.ledger.Credits;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTriggerTest {

    @ParameterizedTest
    @CsvSource({
        "sk-darkroom-broke, BROKE",
        "sk-darkroom-broke-my-test, BROKE",
        "sk-darkroom-capped-hourly, CAPPED_HOURLY",
        "sk-darkroom-capped-hourly-7, CAPPED_HOURLY",
        "sk-darkroom-polls-throttled-a, POLLS_THROTTLED",
        "rk_live_darkroom-broke, BROKE",
        "sk-aig-darkroom-banned, BANNED",
        "sk_darkroom-deleted, DELETED",
        "darkroom-broke, BROKE",
        "darkroom-blocked-0123456789abcdef0123456789abcdef, BLOCKED",
        "darkroom-polls-throttled-0123456789abcdef, POLLS_THROTTLED"
    })
    void readsTriggerAfterTheVendorsPrefixIfAny(String key, KeyTrigger trigger) {
        assertThat(KeyTrigger.of(new ApiKey(key))).contains(trigger);
        assertThat(KeyTrigger.unknown(new ApiKey(key))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-broke",
                "sk-darkroom",
                "sk-darkroom-",
                "sk-darkroom-brokee",
                "sk-darkroom-capped",
                "my-own-key-darkroom-broke",
                "sk-my-own-darkroom-broke",
                "sk-darkroom-BROKE"
            })
    void findsNoTriggerInOtherKeys(String key) {
        assertThat(KeyTrigger.of(new ApiKey(key))).isEmpty();
    }

    @Test
    void namesUnknownTrigger() {
        assertThat(KeyTrigger.unknown(new ApiKey("sk-darkroom-brokee"))).contains("brokee");
        assertThat(KeyTrigger.unknown(new ApiKey("sk-mine"))).isEmpty();
    }

    @Test
    void triggerSetsDefaultsThatTheControlApiCanChange() {
        SandboxFixture fixture = new SandboxFixture();
        Sandbox sandbox = fixture.sandbox("sk-darkroom-disabled");
        assertThat(sandbox.policy().keyStatus()).isEqualTo(KeyStatus.DISABLED);

        sandbox.change(SandboxFixture.balance(Credits.of("7")));
        sandbox.change(SandboxFixture.policy(policy -> policy.withKeyStatus(KeyStatus.ACTIVE)));

        assertThat(sandbox.policy().keyStatus()).isEqualTo(KeyStatus.ACTIVE);
        assertThat(sandbox.credits().balance()).isEqualTo(Credits.of("7"));
        fixture.sandboxes.reset(sandbox.key());
        assertThat(fixture.sandbox("sk-darkroom-disabled").policy().keyStatus()).isEqualTo(KeyStatus.DISABLED);
    }

    @Test
    void triggerChangesNothingElse() {
        KeyPolicy policy = new SandboxFixture().sandbox("sk-darkroom-throttled").policy();

        assertThat(policy.withRateLimit(Optional.empty())).isEqualTo(KeyPolicy.NONE);
        assertThat(policy.rateLimit()).isPresent();
    }
}
