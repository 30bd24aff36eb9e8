package dev.darkroom.control;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Settings of the control API. */
@ConfigMapping(prefix = "darkroom.control")
public interface ControlConfig {

    /** If set, control requests must send this token in the header {@code X-Darkroom-Token}. */
    Optional<String> token();

    /** The host names, besides those of this machine and of local networks, for which the control API answers. */
    Optional<List<String>> hosts();

    /** The maximum number of inboxes, and of requests in each. An inbox drops the oldest request first. */
    @WithDefault("1000")
    int inbox();
}
