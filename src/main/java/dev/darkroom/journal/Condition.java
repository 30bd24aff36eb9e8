package dev.darkroom.journal;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Something that exchanges are held against.
 *
 * @param name what whoever asks for it calls it
 * @param expected in words
 */
public record Condition(String name, String expected, Function<Exchange, Finding> test) {

    /** @param actual in words; made when somebody reads it, for most that are found are read by nobody */
    public record Finding(boolean holds, Supplier<String> actual) {}
}
