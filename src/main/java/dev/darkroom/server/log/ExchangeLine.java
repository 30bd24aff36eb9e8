package dev.darkroom.server.log;

import dev.darkroom.access.ApiKey;
import dev.darkroom.access.redaction.Redaction;
import dev.darkroom.journal.ExchangeDetails;
import dev.darkroom.ledger.Credits;
import dev.darkroom.task.TaskStatus;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * An exchange, as its line in the log shows it.
 *
 * @param uri as the client sent it
 * @param status 0 if no response was sent
 * @param isComplete whether the whole response was sent
 * @param error why the request was rejected; empty if it was not
 * @param held what the exchange took for a new task
 * @param duration empty to leave it out
 */
record ExchangeLine(
        String method,
        String uri,
        int status,
        boolean isComplete,
        String dialect,
        Optional<ApiKey> key,
        ExchangeDetails details,
        Optional<String> error,
        Optional<Credits> held,
        Optional<Duration> duration) {

    private static final int TASK_DIGITS = 4;

    String text(Redaction redaction) {
        LogText text = new LogText(redaction)
                .foreign(method)
                .own(" ")
                .foreign(uri)
                .own(" → ")
                .own(outcome());
        text.own(" " + dialect);
        key.ifPresent(found -> text.own(" ").foreign(found.masked()));
        details.taskId().ifPresent(id -> text.own(task(id)));
        details.reportedStatus()
                .ifPresent(reported -> text.own(" " + reported.name().toLowerCase(Locale.ROOT)));
        held.ifPresent(credits -> text.own(" −" + credits + refund(credits) + " credits"));
        duration.ifPresent(time -> text.own(" " + time.toMillis() + " ms"));
        details.fault().ifPresent(names -> text.own(" fault ").foreign(names));
        error.ifPresent(text::warning);
        details.warnings().forEach(text::warning);
        return text.toString();
    }

    /** The beginning of a task's id, which is enough to find its other lines. */
    static String task(UUID id) {
        return " task " + id.toString().substring(0, TASK_DIGITS) + "…";
    }

    private String outcome() {
        if (status == 0) {
            return "no response";
        }
        return isComplete ? Integer.toString(status) : status + " (cut off)";
    }

    /** A task that failed while its create request waited was paid for and refunded in the same exchange. */
    private String refund(Credits credits) {
        boolean isFailed =
                details.reportedStatus().filter(TaskStatus.FAILED::equals).isPresent();
        return isFailed ? " +" + credits : "";
    }
}
