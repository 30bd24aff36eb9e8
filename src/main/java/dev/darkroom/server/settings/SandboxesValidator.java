package dev.darkroom.server.settings;

import dev.darkroom.access.ApiKey;
import dev.darkroom.api.Dialects;
import dev.darkroom.api.SettingErrors;
import dev.darkroom.api.WebhookRules;
import dev.darkroom.api.fault.RuleReaders;
import dev.darkroom.chaos.RuleReader;
import dev.darkroom.server.settings.SandboxesConfig.Seeded;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks the defaults of all new sandboxes, and those of the sandboxes of particular keys. */
@Singleton
class SandboxesValidator implements ConfigValidator {

    private final SandboxConfig sandbox;
    private final SandboxesConfig sandboxes;
    private final LifecycleConfig lifecycle;
    private final ChaosConfig chaos;
    private final Dialects dialects;

    SandboxesValidator(
            SandboxConfig sandbox,
            SandboxesConfig sandboxes,
            LifecycleConfig lifecycle,
            ChaosConfig chaos,
            Dialects dialects) {
        this.sandbox = sandbox;
        this.sandboxes = sandboxes;
        this.lifecycle = lifecycle;
        this.chaos = chaos;
        this.dialects = dialects;
    }

    @Override
    public List<String> errors() {
        RuleReader rules = RuleReaders.of(dialects);
        Set<String> models = dialects.models();
        List<String> errors = new ArrayList<>();
        new FaultSettings("darkroom.", chaos, rules).error().ifPresent(errors::add);
        errors.addAll(new SandboxErrors("darkroom.sandbox.", sandbox, Optional.empty(), models).find());
        sandboxes.byKey().forEach((key, settings) -> errors.addAll(errors(key, settings, rules, models)));
        LatencySettings.error("darkroom.lifecycle.pending", lifecycle.pending()).ifPresent(errors::add);
        LatencySettings.error("darkroom.lifecycle.processing", lifecycle.processing())
                .ifPresent(errors::add);
        return errors;
    }

    private List<String> errors(String key, Seeded settings, RuleReader rules, Set<String> models) {
        Optional<ApiKey> parsed = ApiKey.parse(key);
        String name = SettingNames.SEEDED + '"' + parsed.map(ApiKey::masked).orElse("?") + '"';
        List<String> errors = new ArrayList<>();
        if (parsed.isEmpty()) {
            errors.add(name + "=... must name a key of 1 to 256 visible ASCII characters");
        }
        parsed.flatMap(dialects::keyError).ifPresent(error -> errors.add(name + " is an invalid key: " + error));
        errors.addAll(new SandboxErrors(name + ".", settings, Optional.of(sandbox), models).find());
        SettingErrors webhookErrors = SettingErrors.under(name + ".");
        WebhookRules.check(webhookErrors, "webhooks", settings.webhooks(), dialects.webhookEvents());
        errors.addAll(webhookErrors.all());
        new FaultSettings(name + ".", settings, rules).error().ifPresent(errors::add);
        LatencySettings.error(name + ".pending", settings.pending()).ifPresent(errors::add);
        LatencySettings.error(name + ".processing", settings.processing()).ifPresent(errors::add);
        return errors;
    }
}
