package dev.darkroom.dialect.reapi;

import dev.darkroom.field.FieldError;
import dev.darkroom.field.FieldReader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a field whose values are those of an enum; their names in requests are in lower case. */
final class Choice {

    private Choice() {}

    static <E extends Enum<E>> Optional<E> read(FieldReader body, String field, E[] values) {
        return body.string(field).map(name -> Arrays.stream(values)
                .filter(value -> wireName(value).equals(name))
                .findFirst()
                .orElseThrow(() -> body.error(field, new FieldError.NotOneOf(name, names(values)))));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Choice::wireName).toList();
    }

    private static String wireName(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
