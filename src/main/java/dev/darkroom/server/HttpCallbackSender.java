package dev.darkroom.server;

import dev.darkroom.callback.Attempt;
import dev.darkroom.callback.AttemptResult;
import dev.darkroom.callback.CallbackSender;
import dev.darkroom.dialect.CallbackMessage;
import dev.darkroom.dialect.Dialects;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Sends callbacks. All that counts in an answer is its status: a redirect is not
 * followed, and a body is read for a moment only, for it may have no end.
 */
@ApplicationScoped
class HttpCallbackSender implements CallbackSender {

    private static final Logger LOG = Logger.getLogger(HttpCallbackSender.class);
    private static final int MAX_ANSWER = 1 << 16;
    private static final long MILLIS_FOR_BODY = 1000;

    private final Vertx vertx;
    private final HttpClient client;
    private final Dialects dialects;
    private final CallbackConfig config;
    private final MeterRegistry metrics;

    HttpCallbackSender(Vertx vertx, Dialects dialects, CallbackConfig config, MeterRegistry metrics) {
        this.vertx = vertx;
        this.dialects = dialects;
        this.config = config;
        this.metrics = metrics;
        this.client = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setConnectTimeout((int) config.timeout().toMillis())
                        .setKeepAlive(false))
                .with(new PoolOptions().setHttp1MaxSize(config.connections()))
                .withConnectHandler(connection -> connection.exceptionHandler(failure -> LOG.debug(failure)))
                .build();
    }

    @Override
    public void send(Attempt attempt, Consumer<AttemptResult> onResult) {
        CallbackMessage message =
                dialects.named(attempt.task().spec().dialect()).callback(attempt);
        open(attempt)
                .compose(request -> {
                    request.idleTimeout(config.timeout().toMillis());
                    message.headers().forEach(request::putHeader);
                    return request.send(Buffer.buffer(message.body()));
                })
                .<AttemptResult>map(response -> {
                    discardBody(response);
                    return new AttemptResult.Answered(response.statusCode());
                })
                .otherwise(failure -> new AttemptResult.Unanswered(reason(failure)))
                .onSuccess(result -> {
                    report(attempt, result);
                    onResult.accept(result);
                });
    }

    private Future<HttpClientRequest> open(Attempt attempt) {
        try {
            return client.request(new RequestOptions()
                    .setMethod(HttpMethod.POST)
                    .setAbsoluteURI(attempt.url().toASCIIString()));
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private void discardBody(HttpClientResponse response) {
        long[] received = {0};
        Runnable hangUp = () -> response.request().connection().close();
        long timer = vertx.setTimer(MILLIS_FOR_BODY, id -> hangUp.run());
        response.exceptionHandler(failure -> vertx.cancelTimer(timer));
        response.endHandler(end -> vertx.cancelTimer(timer));
        response.handler(part -> {
            received[0] += part.length();
            if (received[0] > MAX_ANSWER) {
                hangUp.run();
            }
        });
    }

    private void report(Attempt attempt, AttemptResult result) {
        String label = result.isDelivered()
                ? "delivered"
                : result instanceof AttemptResult.Answered ? "refused" : "unanswered";
        metrics.counter("darkroom.callback.attempts", "result", label).increment();
        if (!result.isDelivered()) {
            LOG.logf(
                    attempt.number() == 1 || attempt.last() ? Logger.Level.INFO : Logger.Level.DEBUG,
                    "Callback of task %s to %s failed, attempt %d%s: %s",
                    attempt.task().id(),
                    withoutUserInfo(attempt.url()),
                    attempt.number(),
                    attempt.last() ? ", the last" : "",
                    describe(result));
        }
    }

    private static String withoutUserInfo(URI url) {
        String authority = url.getRawAuthority();
        return authority.substring(authority.lastIndexOf('@') + 1);
    }

    private static String describe(AttemptResult result) {
        return result instanceof AttemptResult.Answered answered
                ? "it answered " + answered.status()
                : ((AttemptResult.Unanswered) result).reason();
    }

    private static String reason(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
