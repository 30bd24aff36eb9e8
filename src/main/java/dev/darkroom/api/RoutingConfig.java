package dev.darkroom.api;

import io.smallrye.config.ConfigMapping;

/** Which dialect serves the root paths that no host name, prefix or unique path decides. */
@ConfigMapping(prefix = "darkroom")
public interface RoutingConfig {

    /** The name of the dialect that serves root paths claimed by several vendors, or by none. */
    String dialect();
}
