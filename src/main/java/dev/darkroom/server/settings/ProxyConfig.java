package dev.darkroom.server.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** What the server does for clients that use it as their proxy. */
@ConfigMapping(prefix = "darkroom.proxy")
public interface ProxyConfig {

    /** Requests to the vendors and to the server itself are answered; all others are refused. */
    String VENDORS = "vendors";

    /** Requests to other hosts are passed on. */
    String TUNNEL = "tunnel";

    /** Tunnels, and requests to other hosts, are refused. */
    String OFF = "off";

    /** {@link #VENDORS}, {@link #TUNNEL} or {@link #OFF}. */
    @WithParentName
    @WithDefault(VENDORS)
    String mode();
}
