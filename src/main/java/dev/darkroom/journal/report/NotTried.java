package dev.darkroom.journal.report;

import dev.darkroom.callback.CallbackView;
import dev.darkroom.chaos.Operation;
import dev.darkroom.journal.RecordedResponse;
import dev.darkroom.task.TaskStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says what a report cannot know, because it did not happen to the client. It names nothing that the APIs cannot do.
 */
final class NotTried {

    private static final String RETRY_AFTER = "Retry-After";

    private final ClientHistory history;
    private final List<String> sentences = new ArrayList<>();

    private NotTried(ClientHistory history) {
        this.history = history;
    }

    /** One sentence for each part of a client's behavior that was not tried. */
    static List<String> sentences(ClientHistory history) {
        if (history.exchanges().isEmpty()) {
            return List.of("No request was sent, so the report says nothing.");
        }
        NotTried notTried = new NotTried(history);
        notTried.find();
        return List.copyOf(notTried.sentences);
    }

    private void find() {
        require(history.of(Operation.CREATE).findAny().isPresent(), "No task was created", "what tasks cost");
        require(
                history.of(Operation.CREATE).anyMatch(create -> PaidTwice.isLost(create.response())),
                "No response was lost",
                "paying twice");
        require(
                responses().anyMatch(NotTried::asksToWait),
                "No 429 or 503 with Retry-After was sent",
                "waiting for Retry-After");
        require(
                history.exchanges().stream()
                        .anyMatch(exchange -> RetriedRefusal.isPermanentRejection(exchange, history)),
                "No request was rejected",
                "retries that are pointless");
        if (history.canAny(KnownDialect::hasPolls)) {
            require(history.of(Operation.POLL).findAny().isPresent(), "No task was polled", "polling");
        }
        require(
                Stream.concat(history.of(Operation.POLL), history.of(Operation.CREATE))
                        .anyMatch(exchange -> TaskPolls.reportedEnd(exchange)
                                .filter(TaskStatus.FAILED::equals)
                                .isPresent()),
                "No task failed",
                "failed tasks");
        if (history.canAny(KnownDialect::hasCallbacks)) {
            require(
                    history.callbacks().stream().anyMatch(NotTried::hasFailed),
                    history.callbacks().isEmpty() ? "No callback was sent" : "No callback failed",
                    "missed callbacks");
        }
        require(history.of(Operation.FILE).findAny().isPresent(), "No image was fetched", "downloads");
    }

    private void require(boolean isTried, String reason, String subject) {
        if (!isTried) {
            sentences.add(reason + ", so the report says nothing about " + subject + ".");
        }
    }

    private Stream<RecordedResponse> responses() {
        return history.exchanges().stream().map(exchange -> exchange.response());
    }

    private static boolean asksToWait(RecordedResponse response) {
        return (response.status() == 429 || response.status() == 503)
                && response.header(RETRY_AFTER).isPresent();
    }

    private static boolean hasFailed(CallbackView callback) {
        return callback.attempts().stream()
                .flatMap(attempt -> attempt.result().stream())
                .anyMatch(result -> !result.isDelivered());
    }
}
