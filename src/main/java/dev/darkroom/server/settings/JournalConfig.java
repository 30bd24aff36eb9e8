package dev.darkroom.server.settings;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** What the journal records. */
@ConfigMapping(prefix = "darkroom.journal")
public interface JournalConfig {

    /** Request headers whose values the journal keeps, in addition to those that never hold a secret. */
    Optional<List<String>> headers();
}
