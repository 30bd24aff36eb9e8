package dev.darkroom.server.outbound;

import dev.darkroom.api.CallbackMessage;
import dev.darkroom.api.CallbackRequests;
import dev.darkroom.callback.Attempt;
import dev.darkroom.callback.AttemptResult;
import dev.darkroom.callback.CallbackSender;
import dev.darkroom.http.HttpUrl;
import dev.darkroom.http.HttpUrls;
import dev.darkroom.server.settings.CallbackConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Sends callbacks. Only the status of a response counts: redirects are not followed, and the body is discarded after a
 * short time, because it may never end. Each sandbox has its own connections to each receiver, so that attempts that
 * wait for one receiver do not delay other sandboxes or receivers. One sandbox with many receivers does not use up the
 * connections.
 */
@ApplicationScoped
public class HttpCallbackSender implements CallbackSender {

    private static final int MAX_RESPONSE_BODY = 1 << 16;
    private static final long BODY_TIMEOUT_MILLIS = 1000;

    /**
     * How many sandboxes can use all their connections to one receiver at once. With more, the wait for a connection
     * counts toward the timeout.
     */
    private static final long MAX_BUSY_SANDBOXES = 100;

    /** With how many receivers one sandbox can use all its connections at once. Attempts for others wait. */
    private static final long MAX_BUSY_RECEIVERS = 10;

    private final Vertx vertx;
    private final OutboundClient client;
    private final CallbackRequests requests;
    private final CallbackConfig config;
    private final AttemptReport report;
    private final KeyedConcurrencyLimit limit;
    private final KeyedConcurrencyLimit ownerLimit;
    private final AtomicInteger inProgress = new AtomicInteger();

    HttpCallbackSender(
            Vertx vertx, CallbackRequests requests, CallbackConfig config, OutboundTrust trust, AttemptReport report) {
        this.vertx = vertx;
        this.requests = requests;
        this.config = config;
        this.report = report;
        this.limit = new KeyedConcurrencyLimit(vertx, config.connections());
        this.ownerLimit = new KeyedConcurrencyLimit(vertx, connections(MAX_BUSY_RECEIVERS));
        this.client = new OutboundClient(
                vertx,
                new OutboundTargets(vertx, CallbackConfig.PREFIX, config.allow(), config.deny()),
                trust,
                config.timeout(),
                connections(MAX_BUSY_SANDBOXES));
    }

    @Override
    public void send(Object owner, Attempt attempt, Consumer<AttemptResult> onResult) {
        inProgress.incrementAndGet();
        HttpUrl url = HttpUrls.parse(attempt.url()).orElseThrow();
        limit.submit(
                        new Target(owner, url.endpoint()),
                        () -> ownerLimit.submit(owner, () -> execute(owner, attempt, url)))
                .otherwise(failure -> failed(url, failure))
                .onSuccess(result -> {
                    onResult.accept(result);
                    inProgress.decrementAndGet();
                });
    }

    @Override
    public void cancelPending(Object owner) {
        limit.cancelWaiting(target -> ((Target) target).owner() == owner);
        ownerLimit.cancelWaiting(waiting -> waiting == owner);
    }

    /** How many attempts have no result yet. */
    public int inProgress() {
        return inProgress.get();
    }

    /** The connections that this many sandboxes or receivers may use. */
    private int connections(long times) {
        return (int) Math.min(Integer.MAX_VALUE, config.connections() * times);
    }

    /** Resolves the host, connects and sends, all within one timeout. */
    private Future<AttemptResult> execute(Object owner, Attempt attempt, HttpUrl url) {
        long end = System.nanoTime() + config.timeout().toNanos();
        return client.open(owner, HttpMethod.POST, url, end)
                .compose(request -> post(request, attempt, end))
                .<AttemptResult>map(AttemptResult.Responded::new)
                .otherwise(failure -> failed(url, failure))
                .onSuccess(result -> report.report(attempt, url, result));
    }

    /** Returns the status of the response. */
    private Future<Integer> post(HttpClientRequest request, Attempt attempt, long end) {
        CallbackMessage message = requests.write(attempt);
        message.headers().forEach(request::putHeader);
        return request.send(Buffer.buffer(message.body()))
                .timeout(OutboundClient.millisUntil(end), TimeUnit.MILLISECONDS)
                .onFailure(failure -> request.reset())
                .onSuccess(this::discardBody)
                .map(HttpClientResponse::statusCode);
    }

    private void discardBody(HttpClientResponse response) {
        long[] received = {0};
        Runnable closeConnection = () -> response.request().connection().close();
        long timer = vertx.setTimer(BODY_TIMEOUT_MILLIS, id -> closeConnection.run());
        response.exceptionHandler(failure -> vertx.cancelTimer(timer));
        response.endHandler(end -> vertx.cancelTimer(timer));
        response.handler(part -> {
            received[0] += part.length();
            if (received[0] > MAX_RESPONSE_BODY) {
                closeConnection.run();
            }
        });
    }

    private static AttemptResult failed(HttpUrl url, Throwable failure) {
        String reason = FailureReason.of(url, failure);
        return failure instanceof OutboundTargets.ForbiddenAddressException
                ? new AttemptResult.Forbidden(reason)
                : new AttemptResult.NoResponse(reason);
    }

    /** Identifies the attempts of one sandbox to one receiver, which share a concurrency limit. */
    private record Target(Object owner, String receiver) {}
}
