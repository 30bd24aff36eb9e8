package dev.darkroom.journal;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A condition that an exchange meets or not.
 *
 * @param name the field of the request that asks for the condition, such as {@code headers.accept}
 * @param expected the expected value, in words
 */
public record Condition(String name, String expected, Function<Exchange, Result> test) {

    /** @param actual the actual value, in words; computed on demand, because most results are never shown */
    public record Result(boolean isMet, Supplier<String> actual) {}
}
