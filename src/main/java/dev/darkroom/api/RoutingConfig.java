package dev.darkroom.api;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Which dialect serves the paths at the root. */
@ConfigMapping(prefix = "darkroom")
public interface RoutingConfig {

    /**
     * The name of the dialect that serves every path at the root; empty to select it by the path, and by the content of
     * the request where several vendors have the path or none has it.
     */
    Optional<String> dialect();
}
