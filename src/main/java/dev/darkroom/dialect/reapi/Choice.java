package dev.darkroom.dialect.reapi;

import dev.darkroom.field.FieldReader;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a field that has one of a few values, which are called as here, in small letters. */
final class Choice {

    private Choice() {}

    static <E extends Enum<E>> Optional<E> read(FieldReader body, String name, E[] values) {
        return body.string(name).map(text -> Arrays.stream(values)
                .filter(value -> wireName(value).equals(text))
                .findFirst()
                .orElseThrow(() -> body.invalid(name, "Use one of: " + names(values) + ".")));
    }

    private static String names(Enum<?>[] values) {
        return Arrays.stream(values).map(Choice::wireName).collect(Collectors.joining(", "));
    }

    private static String wireName(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
