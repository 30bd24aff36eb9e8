package dev.darkroom.server.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When and where callbacks are sent. */
@ConfigMapping(prefix = CallbackConfig.PREFIX)
public interface CallbackConfig {

    String PREFIX = "darkroom.callback";

    /** The value of {@link #trust} with which every certificate is trusted. */
    String TRUST_ALL = "all";

    /**
     * The time of each attempt, counted from the end of the task on its sandbox's clock. The vendor's page lists: at
     * once, three minutes later, ten minutes later (providers/aivideoapi.md §10). If the last means ten minutes after
     * the second attempt, set it to 13m.
     */
    @WithDefault("0s,3m,10m")
    List<Duration> schedule();

    /** The maximum time for one attempt, in real time, from resolving the host name to the response. */
    @WithDefault("10s")
    Duration timeout();

    /**
     * How many attempts of one sandbox may run at once to one receiver. The others wait; {@link #timeout} does not
     * include the wait.
     */
    @WithDefault("100")
    int connections();

    /** Public addresses, or ranges of them, that callbacks may also be sent to. */
    Optional<List<String>> allow();

    /** Addresses or ranges that callbacks must not be sent to. */
    Optional<List<String>> deny();

    /**
     * The path of a PEM file with certificates to trust, besides the authorities that Java trusts; {@code all} to trust
     * every certificate, whatever its name and age. Requests for references obey it too.
     */
    Optional<String> trust();

    /** The key that callbacks are signed with. By default they are not signed, like those of the vendor. */
    Optional<String> secret();

    /** How long a stopping server waits for requests and attempts that are in progress. */
    @WithDefault("5s")
    Duration drain();
}
