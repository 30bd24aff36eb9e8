package dev.darkroom.journal.report;

import dev.darkroom.callback.CallbackState;
import dev.darkroom.chaos.Operation;
import dev.darkroom.journal.Exchange;
import dev.darkroom.task.TaskStatus;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The client was told the URLs of a task's images, and requested none of them. A response that contains the image
 * itself has no URL; a fault may have hidden the URLs.
 */
final class UnfetchedImage implements ReportRule {

    private static final String URL = "://";

    @Override
    public Stream<Finding> findings(ClientHistory history) {
        Set<UUID> fetched = history.of(Operation.FILE)
                .flatMap(request -> request.details().taskId().stream())
                .collect(Collectors.toSet());
        Stream<Exchange> told = history.exchanges().stream()
                .filter(exchange ->
                        exchange.details().taskId().filter(fetched::contains).isEmpty())
                .filter(exchange -> isTold(exchange, history));
        return ClientHistory.groupBy(
                        told, exchange -> exchange.details().taskId().orElseThrow())
                .stream()
                .map(exchanges -> finding(exchanges, history));
    }

    private static boolean isTold(Exchange exchange, ClientHistory history) {
        return exchange.details().fault().isEmpty() && (hasUrls(exchange) || isToldByCallback(exchange, history));
    }

    private static boolean hasUrls(Exchange exchange) {
        return TaskPolls.reportedEnd(exchange)
                        .filter(TaskStatus.COMPLETED::equals)
                        .isPresent()
                && exchange.response().body().text().contains(URL);
    }

    private static boolean isToldByCallback(Exchange exchange, ClientHistory history) {
        return exchange.operation().filter(Operation.CREATE::equals).isPresent()
                && exchange.details()
                        .taskId()
                        .flatMap(history.taskOf())
                        .filter(task -> task.status() == TaskStatus.COMPLETED)
                        .flatMap(KnownTask::callback)
                        .filter(CallbackState.DELIVERED::equals)
                        .isPresent();
    }

    private static Finding finding(List<Exchange> exchanges, ClientHistory history) {
        UUID task = exchanges.get(0).details().taskId().orElseThrow();
        return Finding.of(
                FindingType.UNFETCHED_IMAGE,
                "Task %s completed and its image was never fetched, although the client knew the URL."
                        .formatted(history.publicIdOf().apply(task)),
                exchanges);
    }
}
