package dev.darkroom.server.settings;

import dev.darkroom.access.IpAllowlist;
import dev.darkroom.access.IpRange;
import dev.darkroom.access.RateRule;
import dev.darkroom.ledger.Credits;
import dev.darkroom.ledger.SpendLimits;
import dev.darkroom.ledger.SpendWindow;
import dev.darkroom.sandbox.KeyPolicy;
import dev.darkroom.sandbox.SandboxDefaults;
import dev.darkroom.task.Lifecycle;
import dev.darkroom.task.Progression;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies a valid {@link SandboxConfig} to defaults. */
final class SandboxSettings {

    private final SandboxConfig config;

    SandboxSettings(SandboxConfig config) {
        this.config = config;
    }

    /** The defaults, with every value that is set in the configuration replaced. */
    SandboxDefaults applyTo(SandboxDefaults defaults) {
        Lifecycle lifecycle = config.progression()
                .flatMap(Progression::parse)
                .map(defaults.lifecycle()::withProgression)
                .orElse(defaults.lifecycle());
        return defaults.withCredits(config.credits().map(Credits::of).orElse(defaults.credits()))
                .withPolicy(applyTo(defaults.policy()))
                .withLifecycle(lifecycle);
    }

    private KeyPolicy applyTo(KeyPolicy defaults) {
        return new KeyPolicy(
                config.keyStatus().orElse(defaults.keyStatus()),
                config.allowedIps().map(SandboxSettings::allowlist).orElse(defaults.allowedIps()),
                config.rateLimit()
                        .map(rate -> rateRule(rate, defaults.rateLimit()))
                        .or(defaults::rateLimit),
                config.pollRateLimit()
                        .map(rate -> rateRule(rate, defaults.pollRateLimit()))
                        .or(defaults::pollRateLimit),
                config.concurrency().or(defaults::concurrency),
                config.spendLimits()
                        .map(spend -> spendLimits(spend, defaults.spendLimits()))
                        .orElse(defaults.spendLimits()),
                config.inactiveModels().orElse(defaults.inactiveModels()),
                defaults.webhooks());
    }

    private static IpAllowlist allowlist(List<String> ips) {
        return new IpAllowlist(
                ips.stream().map(ip -> IpRange.parse(ip).orElseThrow()).toList());
    }

    private static RateRule rateRule(SandboxConfig.Rate rate, Optional<RateRule> defaults) {
        return new RateRule(
                rate.requests().or(() -> defaults.map(RateRule::requests)).orElseThrow(),
                rate.window().or(() -> defaults.map(RateRule::window)).orElseThrow());
    }

    private static SpendLimits spendLimits(SandboxConfig.Spend spend, SpendLimits defaults) {
        Map<SpendWindow, Credits> limits = new HashMap<>(defaults.byWindow());
        spend.hourly().map(Credits::of).ifPresent(credits -> limits.put(SpendWindow.HOURLY, credits));
        spend.daily().map(Credits::of).ifPresent(credits -> limits.put(SpendWindow.DAILY, credits));
        spend.total().map(Credits::of).ifPresent(credits -> limits.put(SpendWindow.TOTAL, credits));
        return new SpendLimits(limits, spend.windows().orElse(defaults.windows()));
    }
}
