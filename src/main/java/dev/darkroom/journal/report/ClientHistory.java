package dev.darkroom.journal.report;

import dev.darkroom.callback.CallbackView;
import dev.darkroom.chaos.Operation;
import dev.darkroom.journal.Exchange;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The data that a report is based on.
 *
 * @param exchanges in any order; sorted here by arrival, because a journal has them in the order of their responses
 * @param callbacks the callbacks of the client's tasks
 * @param now on the sandbox's clock
 * @param dialectOf a dialect by its name
 * @param taskOf a task by its id; empty when it was dropped
 * @param publicIdOf the id that the client knows a task by
 */
public record ClientHistory(
        List<Exchange> exchanges,
        List<CallbackView> callbacks,
        Instant now,
        Function<String, KnownDialect> dialectOf,
        Function<UUID, Optional<KnownTask>> taskOf,
        Function<UUID, String> publicIdOf) {

    public ClientHistory {
        exchanges = exchanges.stream()
                .sorted(Comparator.comparing(Exchange::arrivedAt).thenComparing(Exchange::number))
                .toList();
    }

    /** Whether one of the APIs that the client used can do something. Requests to unknown paths do not count. */
    boolean canAny(Predicate<KnownDialect> ability) {
        return exchanges.stream()
                .filter(exchange -> exchange.operation().isPresent())
                .map(Exchange::dialect)
                .distinct()
                .map(dialectOf)
                .anyMatch(ability);
    }

    Stream<Exchange> of(Operation operation) {
        return exchanges.stream()
                .filter(exchange ->
                        exchange.operation().filter(operation::equals).isPresent());
    }

    /**
     * The polls of each known task, found by their URI, because the task of a poll that was rejected early is not
     * known.
     */
    Stream<TaskPolls> polls() {
        Map<String, UUID> byPath = new HashMap<>();
        of(Operation.POLL).forEach(poll -> poll.details()
                .taskId()
                .ifPresent(task -> byPath.putIfAbsent(poll.request().path(), task)));
        Stream<Exchange> known = of(Operation.POLL)
                .filter(poll -> byPath.containsKey(poll.request().path()));
        return groupBy(known, poll -> byPath.get(poll.request().path())).stream()
                .map(polls -> new TaskPolls(
                        publicIdOf.apply(byPath.get(polls.get(0).request().path())), polls));
    }

    /** The path without the query. */
    static String path(Exchange exchange) {
        return exchange.request().path().split("\\?", 2)[0];
    }

    /** Groups items with the same key, in the order of their first item. */
    static <T, K> List<List<T>> groupBy(Stream<T> items, Function<T, K> key) {
        Map<K, List<T>> groups = items.collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
        return List.copyOf(groups.values());
    }
}
