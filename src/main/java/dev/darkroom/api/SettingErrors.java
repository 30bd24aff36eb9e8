package dev.darkroom.api;

import dev.darkroom.access.IpRange;
import dev.darkroom.time.Latency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the errors in a group of settings, one sentence each. */
public final class SettingErrors {

    public static final int MAX_PORT = 65_535;

    private static final Duration MIN_TIMEOUT = Duration.ofMillis(1);
    private static final Duration MAX_TIMEOUT = Duration.ofHours(1);

    private final String prefix;
    private final List<String> errors = new ArrayList<>();

    private SettingErrors(String prefix) {
        this.prefix = prefix;
    }

    /** @param prefix the common prefix of the settings' names, such as {@code darkroom.callback.} */
    public static SettingErrors under(String prefix) {
        return new SettingErrors(prefix);
    }

    public static SettingErrors ofDialect(String name) {
        return under("darkroom." + name + ".");
    }

    /** Requires a valid order of checks. */
    public SettingErrors checks(List<Check> checks) {
        return require(Check.isValidOrder(checks), "checks", checks, Check.ORDER_RULE);
    }

    /** Requires a duration from 0 to {@link Latency#MAX}. */
    public SettingErrors duration(String setting, Duration duration) {
        boolean isValid = !duration.isNegative() && duration.compareTo(Latency.MAX) <= 0;
        return require(isValid, setting, duration, "from 0s to 3650d");
    }

    /** Requires a time limit from 1 millisecond to 1 hour. */
    public SettingErrors timeout(String setting, Duration timeout) {
        boolean isValid = timeout.compareTo(MIN_TIMEOUT) >= 0 && timeout.compareTo(MAX_TIMEOUT) <= 0;
        return require(isValid, setting, timeout, "from 1ms to 1h");
    }

    /** Requires each text to be an address or a range in CIDR notation. */
    public SettingErrors ranges(String setting, Optional<List<String>> ranges) {
        ranges.orElse(List.of())
                .forEach(range -> require(IpRange.parse(range).isPresent(), setting, range, IpRange.RULE));
        return this;
    }

    /** Requires a port, or 0 for a free one. */
    public SettingErrors port(String setting, int port) {
        return require(port >= 0 && port <= MAX_PORT, setting, port, "from 0 to " + MAX_PORT);
    }

    public SettingErrors atLeast(int min, String setting, int number) {
        return require(number >= min, setting, number, "at least " + min);
    }

    /**
     * Adds an error unless the value is valid.
     *
     * @param setting the name without the prefix
     * @param rule describes a valid value; it ends the sentence "{@code setting=value} must be …"
     */
    public SettingErrors require(boolean isValid, String setting, Object value, String rule) {
        return isValid ? this : add(setting, "=" + value + " must be " + rule);
    }

    /** @param error the end of a sentence that begins with the name of the setting */
    public SettingErrors add(String setting, String error) {
        errors.add(prefix + setting + error);
        return this;
    }

    public List<String> all() {
        return List.copyOf(errors);
    }
}
