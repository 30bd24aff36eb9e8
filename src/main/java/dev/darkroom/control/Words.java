package dev.darkroom.control;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The constants of an enum as the control API writes them. */
final class Words {

    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** @throws ControlError when the field is no word of these */
    static <E extends Enum<E>> E read(ControlBody body, String field, E[] constants) {
        return find(body.string(field).orElse(""), constants).orElseThrow(() -> body.invalid(field, hint(constants)));
    }

    static <E extends Enum<E>> Optional<E> find(String word, E[] constants) {
        return Arrays.stream(constants).filter(c -> of(c).equals(word)).findFirst();
    }

    static String hint(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Words::of).collect(Collectors.joining(", ", "Use one of: ", "."));
    }
}
