package dev.darkroom.server.outbound;

import dev.darkroom.callback.Attempt;
import dev.darkroom.callback.AttemptResult;
import dev.darkroom.http.HttpUrl;
import dev.darkroom.server.log.RequestLog;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Reports the results of callback attempts in metrics and in the log. */
@ApplicationScoped
class AttemptReport {

    private final MeterRegistry metrics;
    private final RequestLog log;

    AttemptReport(MeterRegistry metrics, RequestLog log) {
        this.metrics = metrics;
        this.log = log;
    }

    void report(Attempt attempt, HttpUrl url, AttemptResult result) {
        metrics.counter("darkroom.callback.attempts", "result", label(result)).increment();
        log.log(attempt, receiver(url), result);
    }

    /** The host and the path. The query is left out, because it may have a secret of an unknown form. */
    private static String receiver(HttpUrl url) {
        return url.endpoint() + url.target().split("\\?", 2)[0];
    }

    private static String label(AttemptResult result) {
        if (result instanceof AttemptResult.Responded) {
            return result.isDelivered() ? "delivered" : "refused";
        }
        return result instanceof AttemptResult.Forbidden ? "forbidden" : "unanswered";
    }
}
