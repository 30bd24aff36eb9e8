package dev.darkroom.control;

import dev.darkroom.chaos.Operation;
import dev.darkroom.chaos.Wildcard;
import dev.darkroom.control.PlainText.Format;
import dev.darkroom.journal.Exchange;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Selects exchanges from the journal.
 *
 * @param since selects the oldest exchanges with a higher number; if empty, the newest exchanges are selected
 * @param limit the maximum number of exchanges to return
 * @param detail how much of each exchange to return
 * @param maxWait how long to wait for {@code count} matching exchanges; empty to respond immediately
 */
record JournalQuery(
        Predicate<Exchange> filter,
        Optional<Long> since,
        int limit,
        Detail detail,
        Optional<Duration> maxWait,
        int count,
        Format format) {

    private static final int MAX_LIMIT = 1000;
    private static final int MAX_BYTES = 4 << 20;
    private static final Duration MAX_WAIT = Duration.ofSeconds(60);
    static final String[] PARAMETERS = {
        "method",
        "path",
        "status",
        "operation",
        "task_id",
        "fault",
        "since",
        "limit",
        "detail",
        "wait",
        "count",
        "format"
    };

    static final JournalQuery ALL = new JournalQuery(
            exchange -> true, Optional.empty(), MAX_LIMIT, Detail.FULL, Optional.empty(), 1, Format.JSON);

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** @throws ControlException when a parameter is invalid */
    static JournalQuery read(UriInfo uri) {
        MultivaluedMap<String, String> parameters = uri.getQueryParameters();
        Predicate<Exchange> filter = exchange -> true;
        for (Optional<Predicate<Exchange>> condition : List.of(
                value(parameters, "method").map(JournalQuery::method),
                value(parameters, "path").map(JournalQuery::path),
                value(parameters, "status").map(JournalQuery::status),
                EnumNames.parameter("operation", parameters.getFirst("operation"), MatchReader.OPERATIONS)
                        .map(JournalQuery::operation),
                value(parameters, "task_id").map(JournalQuery::taskId),
                value(parameters, "fault").map(JournalQuery::fault))) {
            filter = condition.map(filter::and).orElse(filter);
        }
        return new JournalQuery(
                filter,
                value(parameters, "since").map(JournalQuery::number),
                Parameters.number("limit", value(parameters, "limit").orElse("100"), 1, MAX_LIMIT),
                Detail.read(parameters.getFirst("detail")),
                value(parameters, "wait").map(JournalQuery::wait),
                Parameters.number("count", value(parameters, "count").orElse("1"), 1, MAX_LIMIT),
                EnumNames.parameter("format", parameters.getFirst("format"), Format.values())
                        .orElse(Format.JSON));
    }

    boolean matches(Exchange exchange) {
        return exchange.number() > since.orElse(0L) && filter.test(exchange);
    }

    /**
     * The exchanges of {@code matching} to return: at most {@code limit}. With their contents they have at most 4 MiB,
     * unless the first is larger.
     */
    List<JournalPage.Found> page(List<JournalPage.Found> matching) {
        int step = since.isPresent() ? 1 : -1;
        int first = since.isPresent() ? 0 : matching.size() - 1;
        int count = 0;
        for (long bytes = 0; count < Math.min(limit, matching.size()); count++) {
            bytes += matching.get(first + step * count).bytes();
            if (detail == Detail.FULL && bytes > MAX_BYTES && count > 0) {
                break;
            }
        }
        return since.isPresent()
                ? matching.subList(0, count)
                : matching.subList(matching.size() - count, matching.size());
    }

    private static Optional<String> value(MultivaluedMap<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.getFirst(name));
    }

    private static Predicate<Exchange> method(String method) {
        if (!METHODS.contains(method.toUpperCase(Locale.ROOT))) {
            throw ControlException.invalidField("method", "Use one of: " + String.join(", ", METHODS) + ".");
        }
        return exchange -> exchange.request().method().equalsIgnoreCase(method);
    }

    private static Predicate<Exchange> path(String path) {
        if (!path.startsWith("/") && !path.startsWith("*")) {
            throw ControlException.invalidField(
                    "path", "It must be a path such as /v1/images/generations; '*' stands for any text.");
        }
        Wildcard wildcard = new Wildcard(path);
        return exchange -> wildcard.matches(exchange.request().path())
                || wildcard.matches(exchange.request().path().split("\\?", 2)[0]);
    }

    private static Predicate<Exchange> status(String status) {
        if (!status.matches("0|[1-5](\\d\\d|xx)")) {
            throw ControlException.invalidField(
                    "status", "It must be a status such as 503, a class such as 5xx, or 0 for no response.");
        }
        String prefix = status.replace("xx", "");
        return exchange -> {
            String actual = Integer.toString(exchange.response().status());
            return prefix.equals(status)
                    ? actual.equals(status)
                    : actual.startsWith(prefix) && actual.length() == status.length();
        };
    }

    private static Predicate<Exchange> operation(Operation operation) {
        return exchange ->
                exchange.operation().filter(actual -> actual == operation).isPresent();
    }

    private static Predicate<Exchange> taskId(String id) {
        Optional<UUID> taskId = Optional.of(Parameters.taskId("task_id", id));
        return exchange -> exchange.details().taskId().equals(taskId);
    }

    private static Predicate<Exchange> fault(String name) {
        if (name.isBlank()) {
            throw ControlException.invalidField(
                    "fault", "It must be the name of a rule or trigger; '*' stands for any text.");
        }
        Wildcard wildcard = new Wildcard(name);
        return exchange -> exchange.details().hasFault(wildcard::matches);
    }

    private static Long number(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw ControlException.invalidField(
                    "since", "It must be the number of an exchange, such as the value of next_since.");
        }
        return Long.valueOf(text);
    }

    private static Duration wait(String text) {
        Duration wait = ControlBody.duration("wait", text);
        if (wait.compareTo(MAX_WAIT) > 0) {
            throw ControlException.invalidField("wait", "It must be at most 60s.");
        }
        return wait.isZero() ? Duration.ofMillis(1) : wait;
    }
}
