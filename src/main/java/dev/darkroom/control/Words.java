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

    /** What stands behind the question mark, if anything. */
    static <E extends Enum<E>> Optional<E> parameter(String name, String word, E[] constants) {
        return Optional.ofNullable(word)
                .map(w -> find(w, constants).orElseThrow(() -> ControlError.invalidField(name, hint(constants))));
    }

    static String hint(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Words::of).collect(Collectors.joining(", ", "Use one of: ", "."));
    }
}
