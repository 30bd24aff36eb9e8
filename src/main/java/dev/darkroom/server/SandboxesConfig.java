package dev.darkroom.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/** What the sandboxes of certain keys have; what is not said of one is as {@link SandboxConfig} has it. */
@ConfigMapping(prefix = "darkroom.sandboxes")
interface SandboxesConfig {

    @WithParentName
    Map<String, Seeded> byKey();

    /** The same as of all, and how long its tasks take where that is not as {@link LifecycleConfig} has it. */
    interface Seeded extends SandboxConfig {

        /** The name of a weather. */
        Optional<String> weather();

        /** The path of a file with rules in YAML. */
        Optional<String> faults();

        LifecycleConfig.Time pending();

        LifecycleConfig.Time processing();
    }
}
