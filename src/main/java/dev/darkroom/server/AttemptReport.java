package dev.darkroom.server;

import dev.darkroom.callback.Attempt;
import dev.darkroom.callback.AttemptResult;
import dev.darkroom.http.HttpUrl;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Reports the results of callback attempts in metrics and in the log. */
@ApplicationScoped
class AttemptReport {

    private static final Logger LOG = Logger.getLogger(AttemptReport.class);

    private final MeterRegistry metrics;

    AttemptReport(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void report(Attempt attempt, HttpUrl url, AttemptResult result) {
        metrics.counter("darkroom.callback.attempts", "result", label(result)).increment();
        if (!result.isDelivered()) {
            LOG.logf(
                    attempt.number() == 1 || attempt.isLast() ? Logger.Level.INFO : Logger.Level.DEBUG,
                    "Callback of task %s to %s failed, attempt %d%s: %s",
                    attempt.task().id(),
                    url.origin(),
                    attempt.number(),
                    attempt.isLast() ? ", the last" : "",
                    reason(result));
        }
    }

    private static String label(AttemptResult result) {
        if (result instanceof AttemptResult.Responded) {
            return result.isDelivered() ? "delivered" : "refused";
        }
        return result instanceof AttemptResult.Forbidden ? "forbidden" : "unanswered";
    }

    private static String reason(AttemptResult result) {
        if (result instanceof AttemptResult.Responded response) {
            return "it responded with status " + response.status();
        }
        return result instanceof AttemptResult.Forbidden forbidden
                ? forbidden.reason()
                : ((AttemptResult.NoResponse) result).reason();
    }
}
