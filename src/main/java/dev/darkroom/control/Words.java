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

    /** @throws ControlError when the word is none of these */
    static <E extends Enum<E>> E read(String field, Optional<String> word, E[] constants) {
        return Arrays.stream(constants)
                .filter(constant -> Optional.of(of(constant)).equals(word))
                .findFirst()
                .orElseThrow(() -> ControlError.invalidField(
                        field,
                        "Use one of: " + Arrays.stream(constants).map(Words::of).collect(Collectors.joining(", "))
                                + "."));
    }
}
