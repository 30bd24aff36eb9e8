package dev.darkroom.control;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The names of enum constants in the control API, in lower case. */
final class EnumNames {

    private EnumNames() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** @throws ControlException when the field is not one of these names */
    static <E extends Enum<E>> E read(ControlBody body, String field, E[] constants) {
        return find(body.string(field).orElse(""), constants).orElseThrow(() -> body.invalid(field, hint(constants)));
    }

    static <E extends Enum<E>> Optional<E> find(String name, E[] constants) {
        return Arrays.stream(constants)
                .filter(constant -> of(constant).equals(name))
                .findFirst();
    }

    /**
     * A query parameter; empty when it is missing.
     *
     * @param value null when the parameter is missing
     * @throws ControlException when the value is not one of these names
     */
    static <E extends Enum<E>> Optional<E> parameter(String name, String value, E[] constants) {
        return Optional.ofNullable(value).map(text -> find(text, constants)
                .orElseThrow(() -> ControlException.invalidField(name, hint(constants))));
    }

    static String hint(Enum<?>[] constants) {
        return Arrays.stream(constants).map(EnumNames::of).collect(Collectors.joining(", ", "Use one of: ", "."));
    }
}
