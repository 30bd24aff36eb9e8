package dev.darkroom.server;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** How much is kept; the oldest that is finished goes first. */
@ConfigMapping(prefix = "darkroom.limits")
interface LimitsConfig {

    /** Sandboxes of the server. */
    @WithDefault("10000")
    int sandboxes();

    /** Tasks of one sandbox. */
    @WithDefault("100000")
    int tasks();

    /** What the tasks of all sandboxes take together, as estimated; without it, three fifths of the heap. */
    Optional<MemorySize> memory();

    /** Exchanges in the journal of one sandbox; 0 for no journal. */
    @WithDefault("1000")
    int journal();

    /** What the exchanges of all sandboxes take together, as estimated; without it, a tenth of the heap. */
    Optional<MemorySize> journalMemory();

    /** What the pictures take together that are kept for those who ask again; without it, a twentieth of the heap. */
    Optional<MemorySize> pictures();
}
