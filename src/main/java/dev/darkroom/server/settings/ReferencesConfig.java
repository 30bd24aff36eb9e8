package dev.darkroom.server.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How references are drawn. No vendor's behavior depends on it. */
@ConfigMapping(prefix = ReferencesConfig.PREFIX)
public interface ReferencesConfig {

    String PREFIX = "darkroom.references";

    /** Whether to fetch references, and draw them and uploads as thumbnails on the images made from them. */
    @WithDefault("false")
    boolean fetch();

    /** The timeout for all references of one image, in real time. */
    @WithDefault("10s")
    Duration timeout();

    /** Public addresses or ranges from which references may be fetched, besides loopback and private addresses. */
    Optional<List<String>> allow();

    /** Addresses or ranges from which references must not be fetched. */
    Optional<List<String>> deny();
}
