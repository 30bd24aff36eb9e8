package dev.darkroom.server.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** The sandboxes of particular keys. A setting that is missing here falls back to {@link SandboxConfig}. */
@ConfigMapping(prefix = "darkroom.sandboxes")
public interface SandboxesConfig {

    @WithParentName
    Map<String, Seeded> byKey();

    /** The settings of one key: those of {@link SandboxConfig}, fault rules, and task durations. */
    interface Seeded extends SandboxConfig, ChaosConfig {

        /** Overrides {@link LifecycleConfig#pending}. */
        LifecycleConfig.Time pending();

        /** Overrides {@link LifecycleConfig#processing}. */
        LifecycleConfig.Time processing();
    }
}
