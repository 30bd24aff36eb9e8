package dev.darkroom.server.settings;

import dev.darkroom.api.WebhookConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sandboxes of particular keys. A setting that is missing here falls back to {@link SandboxConfig}. */
@ConfigMapping(prefix = "darkroom.sandboxes")
public interface SandboxesConfig {

    @WithParentName
    Map<String, Seeded> byKey();

    /** The settings of one key: those of {@link SandboxConfig}, fault rules, task durations and webhooks. */
    interface Seeded extends SandboxConfig, ChaosConfig {

        /** Overrides {@link LifecycleConfig#pending}. */
        LifecycleConfig.Time pending();

        /** Overrides {@link LifecycleConfig#processing}. */
        LifecycleConfig.Time processing();

        /** The webhooks of the sandbox, in place of those that every new sandbox has. */
        Optional<List<WebhookConfig>> webhooks();
    }
}
