package dev.darkroom.sandbox;

import dev.darkroom.access.IpAllowlist;
import dev.darkroom.access.KeyStatus;
import dev.darkroom.access.RateRule;
import dev.darkroom.callback.Webhook;
import dev.darkroom.chaos.Operation;
import dev.darkroom.ledger.SpendLimits;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a key may do.
 *
 * @param keyStatus whether it is active
 * @param allowedIps the addresses that may use it
 * @param rateLimit the rate limit of create requests; empty for none
 * @param pollRateLimit the rate limit of task and credit requests, which count together; empty for none
 * @param concurrency how many of its requests may wait for their tasks at the same time; empty for no limit
 * @param spendLimits how much it may spend
 * @param inactiveModels the models that are switched off for it
 * @param webhooks the receivers that its owner has set up, at most {@link Webhook#MAX}
 */
public record KeyPolicy(
        KeyStatus keyStatus,
        IpAllowlist allowedIps,
        Optional<RateRule> rateLimit,
        Optional<RateRule> pollRateLimit,
        Optional<Integer> concurrency,
        SpendLimits spendLimits,
        Set<String> inactiveModels,
        List<Webhook> webhooks) {

    /** An active key without limits. */
    public static final KeyPolicy NONE = new KeyPolicy(
            KeyStatus.ACTIVE,
            IpAllowlist.ANYWHERE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            SpendLimits.NONE,
            Set.of(),
            List.of());

    public KeyPolicy {
        inactiveModels = Set.copyOf(inactiveModels);
        webhooks = List.copyOf(webhooks);
    }

    /** The rate limit of an operation. */
    public Optional<RateRule> rate(Operation operation) {
        return operation == Operation.CREATE ? rateLimit : pollRateLimit;
    }

    public KeyPolicy withKeyStatus(KeyStatus keyStatus) {
        return new KeyPolicy(
                keyStatus, allowedIps, rateLimit, pollRateLimit, concurrency, spendLimits, inactiveModels, webhooks);
    }

    public KeyPolicy withAllowedIps(IpAllowlist allowedIps) {
        return new KeyPolicy(
                keyStatus, allowedIps, rateLimit, pollRateLimit, concurrency, spendLimits, inactiveModels, webhooks);
    }

    public KeyPolicy withRateLimit(Optional<RateRule> rateLimit) {
        return new KeyPolicy(
                keyStatus, allowedIps, rateLimit, pollRateLimit, concurrency, spendLimits, inactiveModels, webhooks);
    }

    public KeyPolicy withPollRateLimit(Optional<RateRule> pollRateLimit) {
        return new KeyPolicy(
                keyStatus, allowedIps, rateLimit, pollRateLimit, concurrency, spendLimits, inactiveModels, webhooks);
    }

    public KeyPolicy withConcurrency(Optional<Integer> concurrency) {
        return new KeyPolicy(
                keyStatus, allowedIps, rateLimit, pollRateLimit, concurrency, spendLimits, inactiveModels, webhooks);
    }

    public KeyPolicy withSpendLimits(SpendLimits spendLimits) {
        return new KeyPolicy(
                keyStatus, allowedIps, rateLimit, pollRateLimit, concurrency, spendLimits, inactiveModels, webhooks);
    }

    public KeyPolicy withInactiveModels(Set<String> inactiveModels) {
        return new KeyPolicy(
                keyStatus, allowedIps, rateLimit, pollRateLimit, concurrency, spendLimits, inactiveModels, webhooks);
    }

    public KeyPolicy withWebhooks(List<Webhook> webhooks) {
        return new KeyPolicy(
                keyStatus, allowedIps, rateLimit, pollRateLimit, concurrency, spendLimits, inactiveModels, webhooks);
    }
}
