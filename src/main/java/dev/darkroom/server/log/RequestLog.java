package dev.darkroom.server.log;

import dev.darkroom.access.ApiKey;
import dev.darkroom.access.redaction.Redaction;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.error.ErrorMessage;
import dev.darkroom.callback.Attempt;
import dev.darkroom.callback.AttemptResult;
import dev.darkroom.server.settings.LogConfig;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/**
 * Logs one line for each exchange with a dialect and each callback attempt, for developers to read. A line is a warning
 * if the exchange has a warning, a fault or an error. Under load, only the first lines of each second are written, so
 * that the log costs little; warnings have a limit of their own, so that other lines do not displace them.
 */
@ApplicationScoped
public class RequestLog {

    private static final Logger LOG = Logger.getLogger("requests");
    private static final int MAX_LINES_PER_SECOND = 100;
    private static final long SECOND_MILLIS = Duration.ofSeconds(1).toMillis();

    private final Vertx vertx;
    private final Redaction redaction;
    private final RequestLogLevel level;
    private final LineLimit ordinary;
    private final LineLimit remarkable;
    private volatile ConsoleCharset charset;

    RequestLog(Vertx vertx, Redaction redaction, LogConfig config) {
        this.vertx = vertx;
        this.redaction = redaction;
        this.level = RequestLogLevel.parse(config.requests()).orElse(RequestLogLevel.OFF);
        this.ordinary = new LineLimit(MAX_LINES_PER_SECOND, () -> endSecond(Level.INFO));
        this.remarkable = new LineLimit(MAX_LINES_PER_SECOND, () -> endSecond(Level.WARN));
    }

    /**
     * Logs an exchange.
     *
     * @param uri as the client sent it
     * @param status 0 if no response is sent
     * @param isComplete whether the whole response is sent
     */
    public void log(RequestContext request, Optional<ApiKey> key, String uri, int status, boolean isComplete) {
        if (level == RequestLogLevel.OFF) {
            return;
        }
        Optional<String> error = ErrorMessage.of(request.exchange());
        Level of = status >= 400
                        || error.isPresent()
                        || !isComplete
                        || !request.warnings().isEmpty()
                        || request.faultNames().isPresent()
                ? Level.WARN
                : Level.INFO;
        if (admits(of)) {
            ExchangeLine line = new ExchangeLine(
                    request.exchange().request().method().name(),
                    uri,
                    status,
                    isComplete,
                    request.dialect().name(),
                    key,
                    request.details(),
                    error,
                    request.held(),
                    level == RequestLogLevel.DEBUG ? Optional.of(request.age()) : Optional.empty());
            write(of, line.text(redaction.with(key)));
        }
    }

    /**
     * Logs a callback attempt.
     *
     * @param receiver the host and the path, without the user, the password and the query
     */
    public void log(Attempt attempt, String receiver, AttemptResult result) {
        if (level != RequestLogLevel.OFF) {
            AttemptLine line = new AttemptLine(attempt, receiver, result);
            Level of = line.isRemarkable() ? Level.WARN : Level.INFO;
            if (admits(of)) {
                write(of, line.text(redaction));
            }
        }
    }

    /** Logs a request to a proxy that did not reach its host. */
    public void logProxyError(String method, String host, int status, String reason) {
        if (level != RequestLogLevel.OFF && admits(Level.WARN)) {
            LogText text = new LogText(redaction)
                    .foreign(method)
                    .own(" ")
                    .foreign(host)
                    .own(" → " + status)
                    .warning(reason);
            write(Level.WARN, text.toString());
        }
    }

    private boolean admits(Level of) {
        if (of == Level.INFO && level == RequestLogLevel.WARN || !LOG.isEnabled(of)) {
            return false;
        }
        return level == RequestLogLevel.DEBUG || limit(of).admits();
    }

    private LineLimit limit(Level of) {
        return of == Level.INFO ? ordinary : remarkable;
    }

    private void endSecond(Level of) {
        vertx.setTimer(SECOND_MILLIS, timer -> {
            int omitted = limit(of).reset();
            if (omitted > 0) {
                write(of, "… and " + omitted + " more in this second; darkroom.log.requests=debug logs all of them");
            }
        });
    }

    private void write(Level of, String line) {
        if (charset == null) {
            charset = ConsoleCharset.ofLog();
        }
        LOG.log(of, charset.adapt(line));
    }
}
