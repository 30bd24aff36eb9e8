package dev.darkroom.journal.report;

import dev.darkroom.callback.CallbackView;
import dev.darkroom.chaos.Operation;
import dev.darkroom.journal.Exchange;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a client is judged by.
 *
 * @param exchanges in the order in which they arrived, which is not that of a journal: it has them as they were answered
 * @param callbacks those of its tasks
 * @param pollInterval for each dialect how far apart polls of a task should be
 * @param dialectOf whose task it is; empty when it is not kept any more
 * @param nameOf what the client calls a task
 */
public record ClientHistory(
        List<Exchange> exchanges,
        List<CallbackView> callbacks,
        Function<String, Duration> pollInterval,
        Function<UUID, Optional<String>> dialectOf,
        Function<UUID, String> nameOf) {

    public ClientHistory {
        exchanges = exchanges.stream()
                .sorted(Comparator.comparing(Exchange::arrivedAt).thenComparing(Exchange::number))
                .toList();
    }

    Stream<Exchange> of(Operation operation) {
        return exchanges.stream()
                .filter(exchange ->
                        exchange.operation().filter(operation::equals).isPresent());
    }

    /** The polls of each task that there was. */
    Stream<TaskPolls> polls() {
        return grouped(of(Operation.POLL), ClientHistory::path).stream()
                .flatMap(polls -> TaskPolls.of(polls, nameOf).stream());
    }

    /** Without the query. */
    static String path(Exchange exchange) {
        return exchange.request().path().split("\\?", 2)[0];
    }

    /** Puts together what is alike. */
    static <T, K> List<List<T>> grouped(Stream<T> things, Function<T, K> key) {
        Map<K, List<T>> groups = things.collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
        return List.copyOf(groups.values());
    }
}
