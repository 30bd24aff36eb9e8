package dev.darkroom.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

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

    /** How long one attempt may take, in real time. */
    @WithDefault("10s")
    Duration timeout();

    /** How many attempts may be under way to one receiver; more wait for their turn, and their time is not counted. */
    @WithDefault("100")
    int connections();
}
