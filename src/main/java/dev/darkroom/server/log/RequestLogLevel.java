package dev.darkroom.server.log;

import java.util.Optional;

/** Which exchanges the request log has a line for. */
public enum RequestLogLevel {
    OFF,
    /** Those with a warning, a fault or an error. */
    WARN,
    /** All, up to a limit per second. */
    INFO,
    /** All, with their duration. */
    DEBUG;

    public static final String RULE = "off, warn, info or debug";

    /** Reads a setting. In YAML, {@code off} without quotation marks means false. */
    public static Optional<RequestLogLevel> parse(String text) {
        return switch (text) {
            case "off", "false" -> Optional.of(OFF);
            case "warn" -> Optional.of(WARN);
            case "info" -> Optional.of(INFO);
            case "debug" -> Optional.of(DEBUG);
            default -> Optional.empty();
        };
    }
}
