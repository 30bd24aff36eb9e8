package dev.darkroom.server;

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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a {@link SandboxConfig} says, and what is wrong with it. */
final class SandboxSettings {

    private final String name;
    private final SandboxConfig config;

    /** @param name what the settings' names begin with */
    SandboxSettings(String name, SandboxConfig config) {
        this.name = name;
        this.config = config;
    }

    /**
     * One sentence for each setting that cannot be; only when there is none may {@link #over} be called.
     *
     * @param usual what holds where nothing is set
     */
    List<String> faults(Optional<SandboxConfig> usual, Set<String> models) {
        List<String> faults = new ArrayList<>();
        checkCredits(faults, "credits", config.credits());
        List<String> ips = config.allowedIps().orElse(List.of());
        if (ips.size() > IpAllowlist.MAX) {
            faults.add(fault("allowed-ips", ips, "at most " + IpAllowlist.MAX + " addresses or ranges"));
        }
        ips.stream()
                .filter(ip -> IpRange.parse(ip).isEmpty())
                .forEach(ip -> faults.add(fault("allowed-ips", ip, IpRange.RULE)));
        config.rateLimit()
                .ifPresent(rate -> checkRate(faults, "rate-limit", rate, usual.flatMap(SandboxConfig::rateLimit)));
        config.pollRateLimit()
                .ifPresent(rate ->
                        checkRate(faults, "poll-rate-limit", rate, usual.flatMap(SandboxConfig::pollRateLimit)));
        config.concurrency()
                .filter(most -> most < 1 || most > RateRule.MAX_REQUESTS)
                .ifPresent(most -> faults.add(fault("concurrency", most, "from 1 to " + RateRule.MAX_REQUESTS)));
        config.spendLimits().ifPresent(spend -> {
            checkCredits(faults, "spend-limits.hourly", spend.hourly());
            checkCredits(faults, "spend-limits.daily", spend.daily());
            checkCredits(faults, "spend-limits.total", spend.total());
        });
        config.inactiveModels().orElse(Set.of()).stream()
                .filter(model -> !models.contains(model))
                .forEach(model -> faults.add(fault("inactive-models", model, "one of " + models)));
        config.progression()
                .filter(text -> Progression.parse(text).isEmpty())
                .ifPresent(text -> faults.add(fault("progression", text, Progression.RULE)));
        return faults;
    }

    /** The same defaults, but for what is set. */
    SandboxDefaults over(SandboxDefaults defaults) {
        KeyPolicy usual = defaults.rules();
        KeyPolicy rules = new KeyPolicy(
                config.keyStatus().orElse(usual.keyStatus()),
                config.allowedIps().map(SandboxSettings::allowlist).orElse(usual.allowedIps()),
                config.rateLimit().map(rate -> rule(rate, usual.creates())).or(usual::creates),
                config.pollRateLimit().map(rate -> rule(rate, usual.polls())).or(usual::polls),
                config.concurrency().or(usual::concurrency),
                config.spendLimits()
                        .map(spend -> limits(spend, usual.spendLimits()))
                        .orElse(usual.spendLimits()),
                config.inactiveModels().orElse(usual.inactiveModels()));
        Lifecycle lifecycle = config.progression()
                .flatMap(Progression::parse)
                .map(defaults.lifecycle()::withProgression)
                .orElse(defaults.lifecycle());
        return defaults.withCredits(config.credits().map(Credits::of).orElse(defaults.credits()))
                .withRules(rules)
                .withLifecycle(lifecycle);
    }

    private static IpAllowlist allowlist(List<String> ips) {
        return new IpAllowlist(
                ips.stream().map(ip -> IpRange.parse(ip).orElseThrow()).toList());
    }

    private static RateRule rule(SandboxConfig.Rate rate, Optional<RateRule> usual) {
        return new RateRule(
                rate.requests().or(() -> usual.map(RateRule::requests)).orElseThrow(),
                rate.window().or(() -> usual.map(RateRule::window)).orElseThrow());
    }

    private static SpendLimits limits(SandboxConfig.Spend spend, SpendLimits usual) {
        Map<SpendWindow, Credits> most = new HashMap<>(usual.byWindow());
        spend.hourly().map(Credits::of).ifPresent(credits -> most.put(SpendWindow.HOURLY, credits));
        spend.daily().map(Credits::of).ifPresent(credits -> most.put(SpendWindow.DAILY, credits));
        spend.total().map(Credits::of).ifPresent(credits -> most.put(SpendWindow.TOTAL, credits));
        return new SpendLimits(most, spend.windows().orElse(usual.windows()));
    }

    private void checkCredits(List<String> faults, String setting, Optional<BigDecimal> credits) {
        if (credits.isPresent() && Credits.balance(credits.get()).isEmpty()) {
            faults.add(fault(setting, credits.get(), Credits.BALANCE_RULE));
        }
    }

    private void checkRate(
            List<String> faults, String setting, SandboxConfig.Rate rate, Optional<SandboxConfig.Rate> usual) {
        rate.requests()
                .filter(requests -> requests < 1 || requests > RateRule.MAX_REQUESTS)
                .ifPresent(requests ->
                        faults.add(fault(setting + ".requests", requests, "from 1 to " + RateRule.MAX_REQUESTS)));
        rate.window()
                .filter(window ->
                        window.compareTo(RateRule.MIN_WINDOW) < 0 || window.compareTo(RateRule.MAX_WINDOW) > 0)
                .ifPresent(window -> faults.add(fault(setting + ".window", window, "from 1ms to 3650d")));
        if (usual.isEmpty() && rate.requests().isPresent() != rate.window().isPresent()) {
            faults.add(name + "." + setting + " needs both requests and window");
        }
    }

    private String fault(String setting, Object value, String rule) {
        return name + "." + setting + "=" + value + " must be " + rule;
    }
}
