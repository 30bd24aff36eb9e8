package dev.darkroom.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How clients are called back. */
@ConfigMapping(prefix = "darkroom.callback")
interface CallbackConfig {

    /**
     * When each attempt is made, counted from the end of the task on its sandbox' clock. The vendor's
     * page says at once, three minutes later, ten minutes later (providers/aivideoapi.md §10); whoever reads the last as
     * ten minutes after the second writes 13m.
     */
    @WithDefault("0s,3m,10m")
    List<Duration> schedule();

    /** How long one attempt may take, in real time, from looking for the receiver's address to its answer. */
    @WithDefault("10s")
    Duration timeout();

    /** How many attempts of one sandbox may be under way to one receiver; more wait for their turn, which is not counted. */
    @WithDefault("100")
    int connections();

    /** Public addresses, or ranges of them, to which callbacks may go too. */
    Optional<List<String>> allow();

    /** Addresses or ranges to which they may not go. */
    Optional<List<String>> deny();

    /** When set, callbacks are signed with it, which the vendor's are not. */
    Optional<String> secret();

    /** How long the server, when it is stopped, waits for what is under way: requests and attempts. */
    @WithDefault("5s")
    Duration drain();
}
