package dev.darkroom.server.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Which keys the server accepts, and the seed of its random values. */
@ConfigMapping(prefix = "darkroom")
public interface ServerConfig {

    /** The value of {@link #keys} with which any well-formed key opens its own sandbox. */
    String OPEN = "open";

    /** The value with which only seeded keys, and keys that the control API has added, open a sandbox. */
    String LISTED = "listed";

    /** {@link #OPEN} or {@link #LISTED}. */
    @WithDefault(OPEN)
    String keys();

    /** The seed of all random values, a whole number of 64 bits. By default it is drawn at random and logged. */
    Optional<String> seed();
}
