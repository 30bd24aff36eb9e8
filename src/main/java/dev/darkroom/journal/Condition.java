package dev.darkroom.journal;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A condition on an exchange.
 *
 * @param name the field of the verify request that sets the condition, such as {@code headers.accept}
 * @param expected the expected value, as text
 */
public record Condition(String name, String expected, Function<Exchange, Result> test) {

    /** @param actual the actual value, as text; computed on demand, because most results are never shown */
    public record Result(boolean isMet, Supplier<String> actual) {}
}
