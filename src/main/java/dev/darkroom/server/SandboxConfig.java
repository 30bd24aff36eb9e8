package dev.darkroom.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** What a new sandbox has. */
@ConfigMapping(prefix = "darkroom.sandbox")
interface SandboxConfig {

    /** Its balance, in credits, with at most three decimals. */
    @WithDefault("10000")
    BigDecimal credits();
}
