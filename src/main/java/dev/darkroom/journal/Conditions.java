package dev.darkroom.journal;

import dev.darkroom.chaos.Operation;
import dev.darkroom.chaos.Wildcard;
import dev.darkroom.journal.Condition.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What can be asked of any exchange, whatever is in its bodies. */
public final class Conditions {

    private static final String NONE = "(none)";

    private Conditions() {}

    public static Condition operation(Operation operation) {
        return of("operation", Optional.of(word(operation)), exchange -> exchange.operation()
                .map(Conditions::word));
    }

    public static Condition method(String method) {
        return of(
                "method",
                Optional.of(method),
                exchange -> Optional.of(exchange.request().method()));
    }

    /** @param pattern of the path, with the query or without it */
    public static Condition path(String pattern) {
        Wildcard wildcard = new Wildcard(pattern);
        return new Condition("path", pattern, exchange -> {
            String path = exchange.request().path();
            boolean holds = wildcard.matches(path) || wildcard.matches(path.split("\\?", 2)[0]);
            return new Finding(holds, () -> path);
        });
    }

    /** @param status 0 for no answer */
    public static Condition status(int status) {
        return status(statusInWords(status), actual -> actual == status);
    }

    /** @param hundreds 5 for all from 500 to 599 */
    public static Condition statusClass(int hundreds) {
        return status(hundreds + "xx", actual -> actual / 100 == hundreds);
    }

    public static Condition task(UUID id) {
        return of("task_id", Optional.of(id.toString()), exchange -> exchange.facts()
                .taskId()
                .map(UUID::toString));
    }

    /** @param rule empty for exchanges that nothing spoilt */
    public static Condition fault(Optional<String> rule) {
        return of("fault", rule, exchange -> exchange.facts().fault());
    }

    /** Of several headers of that name, one is enough. */
    public static Condition header(String name, String pattern) {
        Wildcard wildcard = new Wildcard(pattern);
        return new Condition("headers." + name, pattern, exchange -> {
            List<Header> headers = exchange.request().headers().stream()
                    .filter(header -> header.name().equalsIgnoreCase(name))
                    .toList();
            boolean holds = headers.stream().anyMatch(header -> header.isKept() && wildcard.matches(header.value()));
            return new Finding(holds, () -> inWords(headers));
        });
    }

    static String statusInWords(int status) {
        return status == 0 ? "0 (no answer)" : Integer.toString(status);
    }

    private static Condition status(String expected, Predicate<Integer> isExpected) {
        return new Condition("status", expected, exchange -> {
            int status = exchange.answer().status();
            return new Finding(isExpected.test(status), () -> statusInWords(status));
        });
    }

    private static Condition of(String name, Optional<String> expected, Function<Exchange, Optional<String>> property) {
        return new Condition(name, expected.orElse(NONE), exchange -> {
            Optional<String> actual = property.apply(exchange);
            return new Finding(actual.equals(expected), () -> actual.orElse(NONE));
        });
    }

    private static String inWords(List<Header> headers) {
        return headers.isEmpty()
                ? NONE
                : headers.stream()
                        .map(header -> header.isKept() ? header.value() : "(not kept)")
                        .collect(Collectors.joining(", "));
    }

    private static String word(Operation operation) {
        return operation.name().toLowerCase(Locale.ROOT);
    }
}
