package dev.darkroom.journal;

import dev.darkroom.chaos.Operation;
import dev.darkroom.chaos.Wildcard;
import dev.darkroom.journal.Condition.Result;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Conditions on everything but the bodies of an exchange. */
public final class Conditions {

    private static final String NONE = "(none)";

    private Conditions() {}

    public static Condition operation(Operation operation) {
        return of("operation", Optional.of(name(operation)), exchange -> exchange.operation()
                .map(Conditions::name));
    }

    public static Condition method(String method) {
        return of(
                "method",
                Optional.of(method),
                exchange -> Optional.of(exchange.request().method()));
    }

    /** @param pattern a wildcard pattern; the path must match it with or without its query */
    public static Condition path(String pattern) {
        Wildcard wildcard = new Wildcard(pattern);
        return new Condition("path", pattern, exchange -> {
            String path = exchange.request().path();
            boolean isMet = wildcard.matches(path) || wildcard.matches(path.split("\\?", 2)[0]);
            return new Result(isMet, () -> path);
        });
    }

    /** @param status 0 for no response */
    public static Condition status(int status) {
        return status(describeStatus(status), actual -> actual == status);
    }

    /** @param hundreds 5 for the statuses from 500 to 599 */
    public static Condition statusClass(int hundreds) {
        return status(hundreds + "xx", actual -> actual / 100 == hundreds);
    }

    public static Condition task(UUID id) {
        return of("task_id", Optional.of(id.toString()), exchange -> exchange.details()
                .taskId()
                .map(UUID::toString));
    }

    /** @param rule empty for exchanges without a fault */
    public static Condition fault(Optional<String> rule) {
        return of("fault", rule, exchange -> exchange.details().fault());
    }

    /** Met when at least one header of that name matches. */
    public static Condition header(String name, String pattern) {
        Wildcard wildcard = new Wildcard(pattern);
        return new Condition("headers." + name, pattern, exchange -> {
            List<Header> headers = exchange.request().headers().stream()
                    .filter(header -> header.name().equalsIgnoreCase(name))
                    .toList();
            boolean isMet = headers.stream().anyMatch(header -> header.isKept() && wildcard.matches(header.value()));
            return new Result(isMet, () -> describe(headers));
        });
    }

    static String describeStatus(int status) {
        return status == 0 ? "0 (no response)" : Integer.toString(status);
    }

    private static Condition status(String expected, Predicate<Integer> isExpected) {
        return new Condition("status", expected, exchange -> {
            int status = exchange.response().status();
            return new Result(isExpected.test(status), () -> describeStatus(status));
        });
    }

    private static Condition of(String name, Optional<String> expected, Function<Exchange, Optional<String>> property) {
        return new Condition(name, expected.orElse(NONE), exchange -> {
            Optional<String> actual = property.apply(exchange);
            return new Result(actual.equals(expected), () -> actual.orElse(NONE));
        });
    }

    private static String describe(List<Header> headers) {
        return headers.isEmpty()
                ? NONE
                : headers.stream()
                        .map(header -> header.isKept() ? header.value() : "(not kept)")
                        .collect(Collectors.joining(", "));
    }

    private static String name(Operation operation) {
        return operation.name().toLowerCase(Locale.ROOT);
    }
}
