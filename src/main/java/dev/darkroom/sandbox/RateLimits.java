package dev.darkroom.sandbox;

import dev.darkroom.access.RateLimit;
import dev.darkroom.access.RateRule;
import dev.darkroom.access.RateStanding;
import dev.darkroom.chaos.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The rate limits of one sandbox: creating is limited apart from asking. The sandbox' lock guards it. */
final class RateLimits {

    private Optional<RateLimit> creates;
    private Optional<RateLimit> polls;

    RateLimits(KeyPolicy rules, Optional<KeyTrigger> trigger) {
        creates = rules.creates().map(rule -> limit(rule, trigger, KeyTrigger.THROTTLED));
        polls = rules.polls().map(rule -> limit(rule, trigger, KeyTrigger.POLLS_THROTTLED));
    }

    /** As {@link RateLimit#acquire}; what is not limited is permitted. */
    Duration acquire(Operation operation, Instant now) {
        return limit(operation).map(limit -> limit.acquire(now)).orElse(Duration.ZERO);
    }

    /** As {@link RateLimit#standing}. */
    Optional<RateStanding> standing(Operation operation, Instant now) {
        return limit(operation).map(limit -> limit.standing(now));
    }

    /** What was permitted within a window still counts under its new rule. */
    void change(KeyPolicy rules) {
        creates = changed(creates, rules.creates());
        polls = changed(polls, rules.polls());
    }

    private Optional<RateLimit> limit(Operation operation) {
        return operation == Operation.CREATE ? creates : polls;
    }

    private static RateLimit limit(RateRule rule, Optional<KeyTrigger> trigger, KeyTrigger usesUp) {
        return trigger.filter(t -> t == usesUp).isPresent() ? RateLimit.usedUp(rule) : RateLimit.of(rule);
    }

    private static Optional<RateLimit> changed(Optional<RateLimit> limit, Optional<RateRule> rule) {
        return rule.map(r -> limit.map(l -> l.under(r)).orElseGet(() -> RateLimit.of(r)));
    }
}
