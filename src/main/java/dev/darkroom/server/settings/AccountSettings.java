package dev.darkroom.server.settings;

import dev.darkroom.access.ApiKey;
import dev.darkroom.api.Dialects;
import dev.darkroom.api.WebhookRules;
import dev.darkroom.api.fault.RuleReaders;
import dev.darkroom.callback.Webhook;
import dev.darkroom.chaos.FaultSet;
import dev.darkroom.chaos.RuleReader;
import dev.darkroom.ledger.Credits;
import dev.darkroom.sandbox.AccountDefaults;
import dev.darkroom.sandbox.KeyPolicy;
import dev.darkroom.sandbox.SandboxDefaults;
import dev.darkroom.task.Lifecycle;
import dev.darkroom.task.Progression;
import dev.darkroom.time.Latency;
import dev.darkroom.time.RetrySchedule;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the defaults of new sandboxes from the settings. */
@Singleton
public class AccountSettings {

    private static final Credits CREDITS = Credits.of("10000");
    private static final Latency PENDING = new Latency.Fixed(Duration.ofMillis(500));
    private static final Latency PROCESSING = new Latency.Fixed(Duration.ofMillis(1500));

    private final Dialects dialects;
    private final SandboxConfig sandbox;
    private final SandboxesConfig seeded;
    private final LifecycleConfig lifecycle;
    private final ChaosConfig chaos;

    AccountSettings(
            Dialects dialects,
            SandboxConfig sandbox,
            SandboxesConfig seeded,
            LifecycleConfig lifecycle,
            ChaosConfig chaos) {
        this.dialects = dialects;
        this.sandbox = sandbox;
        this.seeded = seeded;
        this.lifecycle = lifecycle;
        this.chaos = chaos;
    }

    /** The defaults of every key: Darkroom's own, then changed by the key's dialect, then by the settings. */
    @Produces
    @Singleton
    AccountDefaults accountDefaults(CallbackConfig callback, LimitsConfig limits) {
        SandboxDefaults builtIn = new SandboxDefaults(
                CREDITS,
                KeyPolicy.NONE.withWebhooks(webhooks()),
                new Lifecycle(
                        Progression.TIMED,
                        LatencySettings.read(lifecycle.pending(), PENDING),
                        LatencySettings.read(lifecycle.processing(), PROCESSING)),
                new RetrySchedule(callback.schedule()),
                new FaultSettings("darkroom.", chaos, rules()).read(FaultSet.NONE),
                limits.tasks());
        SandboxSettings settings = new SandboxSettings(sandbox);
        List<AccountDefaults.ForDialect> byPrefix = dialects.all().stream()
                .flatMap(dialect -> {
                    SandboxDefaults defaults = settings.applyTo(dialect.accountDefaults(builtIn));
                    return Stream.concat(Stream.of(dialect.profile().keyPrefix()), dialect.ownKeyPrefixes().stream())
                            .map(prefix -> new AccountDefaults.ForDialect(dialect.name(), prefix, defaults));
                })
                .toList();
        return new AccountDefaults(settings.applyTo(builtIn), byPrefix);
    }

    /** What the sandboxes of {@code darkroom.sandboxes} start with. */
    public Map<ApiKey, SandboxDefaults> seeded(AccountDefaults accountDefaults) {
        Map<ApiKey, SandboxDefaults> byKey = new HashMap<>();
        seeded.byKey().forEach((text, settings) -> {
            ApiKey key = new ApiKey(text);
            byKey.put(key, seeded(accountDefaults.of(key), text, settings));
        });
        return byKey;
    }

    private SandboxDefaults seeded(SandboxDefaults defaults, String key, SandboxesConfig.Seeded settings) {
        SandboxDefaults changed = new SandboxSettings(settings).applyTo(defaults);
        Lifecycle base = changed.lifecycle();
        List<Webhook> webhooks = settings.webhooks().isPresent()
                ? WebhookRules.read(settings.webhooks())
                : changed.policy().webhooks();
        return changed.withPolicy(changed.policy().withWebhooks(webhooks))
                .withLifecycle(base.withPending(LatencySettings.read(settings.pending(), base.pending()))
                        .withProcessing(LatencySettings.read(settings.processing(), base.processing())))
                .withFaults(new FaultSettings(key, settings, rules()).read(defaults.faults()));
    }

    /** The webhooks of all dialects, because a key may belong to any of them. At most as many as a sandbox may have. */
    private List<Webhook> webhooks() {
        return dialects.all().stream()
                .flatMap(dialect -> dialect.webhooks().stream())
                .limit(Webhook.MAX)
                .toList();
    }

    private RuleReader rules() {
        return RuleReaders.of(dialects);
    }
}
