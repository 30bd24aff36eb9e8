package dev.darkroom.server;

import dev.darkroom.access.KeyStatus;
import dev.darkroom.ledger.SpendLimits.Windows;
import io.smallrye.config.ConfigMapping;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a new sandbox has, as far as it is set; the control API sets the same things of one that is there. */
@ConfigMapping(prefix = "darkroom.sandbox")
interface SandboxConfig {

    /** Its balance, in credits, with at most three decimals. */
    Optional<BigDecimal> credits();

    /** Whether its key may be used. */
    Optional<KeyStatus> keyStatus();

    /** From where: at most ten addresses or ranges in CIDR notation. */
    Optional<List<String>> allowedIps();

    /** How often it may create tasks. */
    Optional<Rate> rateLimit();

    /** How often it may ask for tasks and credits. */
    Optional<Rate> pollRateLimit();

    /** How many of its requests may wait for their tasks at once, where an API has them wait. */
    Optional<Integer> concurrency();

    /** How much it may spend. */
    Optional<Spend> spendLimits();

    /** The models that it finds switched off. */
    Optional<Set<String>> inactiveModels();

    /** What moves its tasks: {@code timed}, {@code instant}, {@code held} or {@code polls:n}. */
    Optional<String> progression();

    /** So many requests within any stretch of this length. */
    interface Rate {

        Optional<Integer> requests();

        Optional<Duration> window();
    }

    /** In credits, with at most three decimals. */
    interface Spend {

        Optional<BigDecimal> hourly();

        Optional<BigDecimal> daily();

        Optional<BigDecimal> total();

        /** Whether a window is the last hour or the hour by the clock. */
        Optional<Windows> windows();
    }
}
