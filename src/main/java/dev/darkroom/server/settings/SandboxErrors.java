package dev.darkroom.server.settings;

import dev.darkroom.access.IpAllowlist;
import dev.darkroom.access.RateRule;
import dev.darkroom.api.SettingErrors;
import dev.darkroom.ledger.Credits;
import dev.darkroom.task.Progression;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the errors in a {@link SandboxConfig}. */
final class SandboxErrors {

    private final SandboxConfig config;
    private final Optional<SandboxConfig> fallback;
    private final Set<String> models;
    private final SettingErrors errors;

    /**
     * @param prefix the prefix of the setting names
     * @param fallback the source of the values that are not set
     * @param models the models that may be switched off
     */
    SandboxErrors(String prefix, SandboxConfig config, Optional<SandboxConfig> fallback, Set<String> models) {
        this.config = config;
        this.fallback = fallback;
        this.models = models;
        this.errors = SettingErrors.under(prefix);
    }

    List<String> find() {
        checkCredits("credits", config.credits());
        checkIps(config.allowedIps().orElse(List.of()));
        config.rateLimit().ifPresent(rate -> checkRate("rate-limit", rate, fallback.flatMap(SandboxConfig::rateLimit)));
        config.pollRateLimit()
                .ifPresent(rate -> checkRate("poll-rate-limit", rate, fallback.flatMap(SandboxConfig::pollRateLimit)));
        config.concurrency().ifPresent(limit -> checkCount("concurrency", limit));
        config.spendLimits().ifPresent(spend -> {
            checkCredits("spend-limits.hourly", spend.hourly());
            checkCredits("spend-limits.daily", spend.daily());
            checkCredits("spend-limits.total", spend.total());
        });
        config.inactiveModels()
                .orElse(Set.of())
                .forEach(model -> errors.require(models.contains(model), "inactive-models", model, "one of " + models));
        config.progression()
                .ifPresent(text ->
                        errors.require(Progression.parse(text).isPresent(), "progression", text, Progression.RULE));
        return errors.all();
    }

    private void checkCredits(String setting, Optional<BigDecimal> credits) {
        credits.ifPresent(
                amount -> errors.require(Credits.balance(amount).isPresent(), setting, amount, Credits.BALANCE_RULE));
    }

    private void checkIps(List<String> ips) {
        errors.require(
                        ips.size() <= IpAllowlist.MAX,
                        "allowed-ips",
                        ips,
                        "at most " + IpAllowlist.MAX + " addresses or ranges")
                .ranges("allowed-ips", Optional.of(ips));
    }

    private void checkRate(String setting, SandboxConfig.Rate rate, Optional<SandboxConfig.Rate> fallbackRate) {
        rate.requests().ifPresent(requests -> checkCount(setting + ".requests", requests));
        rate.window()
                .ifPresent(window -> errors.require(
                        window.compareTo(RateRule.MIN_WINDOW) >= 0 && window.compareTo(RateRule.MAX_WINDOW) <= 0,
                        setting + ".window",
                        window,
                        "from 1ms to 3650d"));
        if (fallbackRate.isEmpty()
                && rate.requests().isPresent() != rate.window().isPresent()) {
            errors.add(setting, " needs both requests and window");
        }
    }

    private void checkCount(String setting, int count) {
        errors.require(
                count >= 1 && count <= RateRule.MAX_REQUESTS, setting, count, "from 1 to " + RateRule.MAX_REQUESTS);
    }
}
