package dev.darkroom.server.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Which web pages may read the vendors' responses. */
@ConfigMapping(prefix = "darkroom")
public interface CorsConfig {

    /** The value with which every page may read the responses. */
    String ANY = "*";

    /** The value with which no page of another origin may read the responses. */
    String OFF = "off";

    /** The origins of the pages, such as {@code http://localhost:3000}; or {@link #ANY}, or {@link #OFF}. */
    @WithDefault(ANY)
    List<String> cors();
}
