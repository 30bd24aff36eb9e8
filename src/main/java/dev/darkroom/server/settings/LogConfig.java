package dev.darkroom.server.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What Darkroom logs about the requests of its clients. */
@ConfigMapping(prefix = "darkroom.log")
public interface LogConfig {

    /**
     * Which exchanges and callback attempts get a line: {@code off} for none, {@code warn} for those with a warning, a
     * fault or an error, {@code info} for all, up to a limit per second, {@code debug} for all without a limit and with
     * their duration.
     */
    @WithDefault("info")
    String requests();
}
