package dev.darkroom.control;

import dev.darkroom.chaos.Operation;
import dev.darkroom.chaos.Wildcard;
import dev.darkroom.journal.Exchange;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Which exchanges somebody wants to see.
 *
 * @param since only those with a higher number, oldest first; empty for the newest
 * @param limit so many at most
 * @param patience how long to wait for {@code count} of them; empty for not at all
 */
record JournalQuery(
        Predicate<Exchange> filter, Optional<Long> since, int limit, Optional<Duration> patience, int count) {

    private static final int MAX_LIMIT = 1000;
    private static final int MAX_BYTES = 4 << 20;
    private static final Duration MAX_WAIT = Duration.ofSeconds(60);
    static final String[] PARAMETERS = {
        "method", "path", "status", "operation", "task_id", "fault", "since", "limit", "wait", "count"
    };

    static final JournalQuery ALL =
            new JournalQuery(exchange -> true, Optional.empty(), MAX_LIMIT, Optional.empty(), 1);

    /** @throws ControlError when a parameter is none, or cannot be */
    static JournalQuery read(UriInfo address) {
        Parameters.only(address, PARAMETERS);
        MultivaluedMap<String, String> given = address.getQueryParameters();
        Predicate<Exchange> filter = exchange -> true;
        for (Optional<Predicate<Exchange>> one : List.of(
                value(given, "method").map(JournalQuery::method),
                value(given, "path").map(JournalQuery::path),
                value(given, "status").map(JournalQuery::status),
                Words.parameter("operation", given.getFirst("operation"), MatchReader.OPERATIONS)
                        .map(JournalQuery::operation),
                value(given, "task_id").map(JournalQuery::taskId),
                value(given, "fault").map(JournalQuery::fault))) {
            filter = one.map(filter::and).orElse(filter);
        }
        return new JournalQuery(
                filter,
                value(given, "since").map(JournalQuery::number),
                Parameters.number("limit", value(given, "limit").orElse("100"), 1, MAX_LIMIT),
                value(given, "wait").map(JournalQuery::patience),
                Parameters.number("count", value(given, "count").orElse("1"), 1, MAX_LIMIT));
    }

    boolean wants(Exchange exchange) {
        return exchange.number() > since.orElse(0L) && filter.test(exchange);
    }

    /** Of those that are wanted, the ones to show: as many as are asked for, as long as they are not too much at once. */
    List<Exchange> page(List<Exchange> wanted) {
        int step = since.isPresent() ? 1 : -1;
        int first = since.isPresent() ? 0 : wanted.size() - 1;
        int count = 0;
        for (long bytes = 0; count < Math.min(limit, wanted.size()); count++) {
            bytes += wanted.get(first + step * count).bytes();
            if (bytes > MAX_BYTES && count > 0) {
                break;
            }
        }
        return since.isPresent() ? wanted.subList(0, count) : wanted.subList(wanted.size() - count, wanted.size());
    }

    private static Optional<String> value(MultivaluedMap<String, String> given, String name) {
        return Optional.ofNullable(given.getFirst(name));
    }

    private static Predicate<Exchange> method(String method) {
        return exchange -> exchange.request().method().equalsIgnoreCase(method);
    }

    private static Predicate<Exchange> path(String path) {
        Wildcard wildcard = new Wildcard(path);
        return exchange -> wildcard.matches(exchange.request().path())
                || wildcard.matches(exchange.request().path().split("\\?", 2)[0]);
    }

    private static Predicate<Exchange> status(String status) {
        if (!status.matches("0|[1-5](\\d\\d|xx)")) {
            throw ControlError.invalidField(
                    "status", "It must be a status such as 503, a class such as 5xx, or 0 for no answer.");
        }
        String start = status.replace("xx", "");
        return exchange -> {
            String got = Integer.toString(exchange.response().status());
            return start.equals(status) ? got.equals(status) : got.startsWith(start) && got.length() == status.length();
        };
    }

    private static Predicate<Exchange> operation(Operation operation) {
        return exchange -> exchange.operation().filter(o -> o == operation).isPresent();
    }

    private static Predicate<Exchange> taskId(String id) {
        Optional<UUID> wanted = Optional.of(Parameters.taskId("task_id", id));
        return exchange -> exchange.details().taskId().equals(wanted);
    }

    private static Predicate<Exchange> fault(String name) {
        Wildcard wildcard = new Wildcard(name);
        return exchange -> exchange.details().hasFault(wildcard::matches);
    }

    private static Long number(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw ControlError.invalidField(
                    "since", "It must be the number of an exchange, such as next_since has it.");
        }
        return Long.valueOf(text);
    }

    private static Duration patience(String text) {
        Duration wait = ControlBody.duration("wait", text);
        if (wait.compareTo(MAX_WAIT) > 0) {
            throw ControlError.invalidField("wait", "It must be at most 60s.");
        }
        return wait.isZero() ? Duration.ofMillis(1) : wait;
    }
}
