package dev.darkroom.sandbox;

import dev.darkroom.access.RateLimit;
import dev.darkroom.access.RateLimitState;
import dev.darkroom.access.RateRule;
import dev.darkroom.chaos.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The rate limits of one sandbox: one for create requests, one for polls. Guarded by the sandbox's lock. */
final class RateLimits {

    private Optional<RateLimit> creates;
    private Optional<RateLimit> polls;

    RateLimits(KeyPolicy policy, Optional<KeyTrigger> trigger) {
        creates = policy.rateLimit().map(rule -> limit(rule, trigger, KeyTrigger.THROTTLED));
        polls = policy.pollRateLimit().map(rule -> limit(rule, trigger, KeyTrigger.POLLS_THROTTLED));
    }

    /** As {@link RateLimit#acquire}; zero without a limit. */
    Duration acquire(Operation operation, int units, Instant now) {
        return limit(operation).map(limit -> limit.acquire(units, now)).orElse(Duration.ZERO);
    }

    /** As {@link RateLimit#state}. */
    Optional<RateLimitState> rateLimitState(Operation operation, Instant now) {
        return limit(operation).map(limit -> limit.state(now));
    }

    /** Requests that were permitted within a window still count under its new rule. */
    void change(KeyPolicy policy) {
        creates = changed(creates, policy.rateLimit());
        polls = changed(polls, policy.pollRateLimit());
    }

    private Optional<RateLimit> limit(Operation operation) {
        return operation == Operation.CREATE ? creates : polls;
    }

    private static RateLimit limit(RateRule rule, Optional<KeyTrigger> trigger, KeyTrigger usesUp) {
        return trigger.filter(t -> t == usesUp).isPresent() ? RateLimit.usedUp(rule) : RateLimit.of(rule);
    }

    private static Optional<RateLimit> changed(Optional<RateLimit> limit, Optional<RateRule> rule) {
        return rule.map(r -> limit.map(l -> l.withRule(r)).orElseGet(() -> RateLimit.of(r)));
    }
}
