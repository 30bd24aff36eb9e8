package dev.darkroom.sandbox;

import dev.darkroom.ledger.Ledger;
import java.time.Instant;
import java.util.Optional;

/**
 * What a sandbox starts with. If the control API creates it, the dialect of its client is unknown until the first
 * request of the client.
 *
 * @param trigger changes the defaults of the account
 */
record InitialDefaults(Optional<KeyTrigger> trigger, SandboxDefaults account) {

    /** The number of the ledger's entry for the initial balance. */
    private static final long FIRST_GRANT = 1;

    SandboxDefaults effective() {
        return effective(account);
    }

    /** Replaces the balance and the rate limit with those of a dialect, except for what has been changed. */
    void replace(SandboxDefaults ofDialect, Ledger ledger, SandboxLimits limits, Instant now) {
        SandboxDefaults earlier = effective();
        SandboxDefaults later = effective(ofDialect);
        if (ledger.lastEntry() == FIRST_GRANT && !later.credits().equals(earlier.credits())) {
            ledger.setBalance(later.credits(), now);
        }
        KeyPolicy policy = limits.policy();
        if (policy.rateLimit().equals(earlier.policy().rateLimit())) {
            limits.change(policy.withRateLimit(later.policy().rateLimit()));
        }
    }

    private SandboxDefaults effective(SandboxDefaults defaults) {
        return trigger.map(found -> found.applyTo(defaults)).orElse(defaults);
    }
}
