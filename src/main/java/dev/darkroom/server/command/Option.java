package dev.darkroom.server.command;

import dev.darkroom.api.SettingErrors;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The options that stand for a setting. */
enum Option {
    PORT("--port", "PORT", "quarkus.http.port", Option::isPort, Option.PORT_RULE),
    TLS_PORT("--tls-port", "PORT", "darkroom.tls.port", Option::isPort, Option.PORT_RULE),
    PORT_FILE("--port-file", "FILE", "darkroom.port-file", value -> true, "the path of a file"),
    PARENT("--parent", "PID", "darkroom.parent", value -> true, "a process id, or stdin");

    static final List<String> NAMES =
            Arrays.stream(values()).map(Option::optionName).toList();

    private static final String PORT_RULE = "a port from 0 to " + SettingErrors.MAX_PORT;

    private final String name;
    private final String placeholder;
    private final String setting;
    private final Predicate<String> isValid;
    private final String rule;

    Option(String name, String placeholder, String setting, Predicate<String> isValid, String rule) {
        this.name = name;
        this.placeholder = placeholder;
        this.setting = setting;
        this.isValid = isValid;
        this.rule = rule;
    }

    static Optional<Option> named(String name) {
        return Arrays.stream(values())
                .filter(option -> option.name.equals(name))
                .findFirst();
    }

    String optionName() {
        return name;
    }

    String setting() {
        return setting;
    }

    /** @throws UsageException if the value is invalid */
    String checked(String value) {
        if (value.isEmpty()) {
            throw missingValue();
        }
        if (!isValid.test(value)) {
            throw new UsageException(name + "=" + value + " must be " + rule + ".");
        }
        return value;
    }

    UsageException missingValue() {
        return new UsageException(name + " needs a value: " + name + " " + placeholder + ", " + rule + ".");
    }

    private static boolean isPort(String value) {
        return value.matches("\\d{1,5}") && Integer.parseInt(value) <= SettingErrors.MAX_PORT;
    }
}
