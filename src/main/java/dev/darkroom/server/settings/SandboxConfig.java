package dev.darkroom.server.settings;

import dev.darkroom.access.KeyStatus;
import dev.darkroom.ledger.SpendLimits.Windows;
import io.smallrye.config.ConfigMapping;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a new sandbox starts with. The control API changes the same values of an existing sandbox. */
@ConfigMapping(prefix = "darkroom.sandbox")
public interface SandboxConfig {

    /** The balance, in credits, with at most three decimals. */
    Optional<BigDecimal> credits();

    /** The status of the key. */
    Optional<KeyStatus> keyStatus();

    /** The client addresses that are allowed: at most ten addresses or ranges in CIDR notation. */
    Optional<List<String>> allowedIps();

    /** The rate limit of create requests. */
    Optional<Rate> rateLimit();

    /** The rate limit of requests for tasks and credits, counted together. */
    Optional<Rate> pollRateLimit();

    /** How many requests may wait for their tasks at once, in APIs whose create request waits for the image. */
    Optional<Integer> concurrency();

    /** How much the key may spend. */
    Optional<Spend> spendLimits();

    /** The models that are switched off. */
    Optional<Set<String>> inactiveModels();

    /** What changes the status of tasks: {@code timed}, {@code instant}, {@code held} or {@code polls:n}. */
    Optional<String> progression();

    /** At most {@code requests} within any interval of length {@code window}. */
    interface Rate {

        Optional<Integer> requests();

        Optional<Duration> window();
    }

    /** Limits in credits, with at most three decimals. */
    interface Spend {

        Optional<BigDecimal> hourly();

        Optional<BigDecimal> daily();

        Optional<BigDecimal> total();

        /** Rolling windows (the last hour, the last 24 hours) or calendar windows (the current hour or day, in UTC). */
        Optional<Windows> windows();
    }
}
