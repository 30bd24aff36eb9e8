package dev.darkroom.server.settings;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/**
 * How much the server keeps. When a limit is reached, it drops the oldest finished data first. When sandboxes share the
 * limit, the one that holds most drops its data.
 */
@ConfigMapping(prefix = "darkroom.limits")
public interface LimitsConfig {

    /** Idle sandboxes of the server. Those with unfinished tasks do not count, and are never dropped. */
    @WithDefault("10000")
    int sandboxes();

    /** Tasks per sandbox. */
    @WithDefault("100000")
    int tasks();

    /** The estimated size of all sandboxes and their tasks; two fifths of the heap by default. */
    Optional<MemorySize> memory();

    /** Exchanges in the journal of one sandbox; 0 turns the journal off. */
    @WithDefault("1000")
    int journal();

    /** The estimated size of the exchanges of all sandboxes; a tenth of the heap by default. */
    Optional<MemorySize> journalMemory();

    /** The estimated size of all requests and responses in progress; an eighth of the heap by default. */
    Optional<MemorySize> inFlight();

    /** The largest body of a request, unless the operation accepts larger ones; at most 64M. */
    @WithDefault("1M")
    MemorySize body();

    /** The space on disk that large forms of all requests in progress may take. */
    @WithDefault("2G")
    MemorySize uploads();

    /** How long a client may pause while it sends a body. */
    @WithDefault("30s")
    Duration bodyTimeout();

    /** The size of the image cache; a twentieth of the heap by default. */
    Optional<MemorySize> pictures();
}
