package dev.darkroom.server;

import dev.darkroom.api.CallbackMessage;
import dev.darkroom.api.Dialects;
import dev.darkroom.api.fault.BodyCorruption;
import dev.darkroom.callback.Attempt;
import dev.darkroom.callback.AttemptResult;
import dev.darkroom.callback.CallbackSender;
import dev.darkroom.chaos.InjectedFault;
import dev.darkroom.http.DarkroomHeaders;
import dev.darkroom.server.settings.CallbackConfig;
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
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Sends callbacks. Only the status of a response counts: redirects are not followed, and the body is discarded after a
 * short time, because it may never end. Each sandbox has its own connections to each receiver, so that attempts that
 * wait for one receiver do not delay other sandboxes or receivers. One sandbox with many receivers does not use up the
 * connections.
 *
 * <p>No connection is used twice: a receiver that closes idle connections without notice, as receivers in tests often
 * do, would miss the next callback.
 */
@ApplicationScoped
class HttpCallbackSender implements CallbackSender {

    private static final Logger LOG = Logger.getLogger(HttpCallbackSender.class);
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
    private final HttpClient client;
    private final Dialects dialects;
    private final CallbackConfig config;
    private final CallbackTargets targets;
    private final AttemptReport report;
    private final KeyedConcurrencyLimit limit;
    private final KeyedConcurrencyLimit ownerLimit;
    private final AtomicInteger inProgress = new AtomicInteger();

    HttpCallbackSender(Vertx vertx, Dialects dialects, CallbackConfig config, AttemptReport report) {
        this.vertx = vertx;
        this.dialects = dialects;
        this.config = config;
        this.targets = new CallbackTargets(vertx, "darkroom.callback", config.allow(), config.deny());
        this.report = report;
        this.limit = new KeyedConcurrencyLimit(vertx, config.connections());
        this.ownerLimit = new KeyedConcurrencyLimit(vertx, connections(MAX_BUSY_RECEIVERS));
        this.client = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setConnectTimeout((int) config.timeout().toMillis())
                        .setKeepAlive(false))
                .with(new PoolOptions().setHttp1MaxSize(connections(MAX_BUSY_SANDBOXES)))
                .withConnectHandler(connection -> connection.exceptionHandler(failure -> LOG.debug(failure)))
                .build();
    }

    @Override
    public void send(Object owner, Attempt attempt, Consumer<AttemptResult> onResult) {
        inProgress.incrementAndGet();
        Future.succeededFuture(attempt.url())
                .map(CallbackTargets::endpoint)
                .compose(receiver -> limit.submit(
                        new Target(owner, receiver), () -> ownerLimit.submit(owner, () -> execute(owner, attempt))))
                .otherwise(HttpCallbackSender::failed)
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
    int inProgress() {
        return inProgress.get();
    }

    /** The connections that this many sandboxes or receivers may use. */
    private int connections(long times) {
        return (int) Math.min(Integer.MAX_VALUE, config.connections() * times);
    }

    /** Resolves the host, connects and sends, all within one timeout. */
    private Future<AttemptResult> execute(Object owner, Attempt attempt) {
        long end = System.nanoTime() + config.timeout().toNanos();
        return Future.succeededFuture(attempt.url())
                .compose(url -> targets.resolve(owner, url))
                .timeout(millisUntil(end), TimeUnit.MILLISECONDS)
                .compose(address -> open(attempt, address, end))
                .compose(request -> post(request, attempt, end))
                .<AttemptResult>map(AttemptResult.Responded::new)
                .otherwise(HttpCallbackSender::failed)
                .onSuccess(result -> report.report(attempt, result));
    }

    private Future<HttpClientRequest> open(Attempt attempt, SocketAddress address, long end) {
        return client.request(new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(attempt.url().toASCIIString())
                .setConnectTimeout(millisUntil(end))
                .setServer(address));
    }

    /** Returns the status of the response. */
    private Future<Integer> post(HttpClientRequest request, Attempt attempt, long end) {
        CallbackMessage message = dialects.named(attempt.task().spec().dialect())
                .callbackFormat()
                .orElseThrow()
                .write(attempt);
        message.headers().forEach(request::putHeader);
        config.secret()
                .ifPresent(secret ->
                        request.putHeader(Signature.HEADER, Signature.of(message.body(), attempt.at(), secret)));
        attempt.fault()
                .map(InjectedFault::name)
                .or(attempt.task()::fault)
                .ifPresent(fault -> request.putHeader(DarkroomHeaders.FAULT, fault));
        byte[] body = attempt.isGarbled() ? BodyCorruption.truncate(message.body()) : message.body();
        return request.send(Buffer.buffer(body))
                .timeout(millisUntil(end), TimeUnit.MILLISECONDS)
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

    private static long millisUntil(long end) {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    }

    private static AttemptResult failed(Throwable failure) {
        if (failure instanceof CallbackTargets.ForbiddenAddressException) {
            return new AttemptResult.Forbidden(failure.getMessage());
        }
        if (failure instanceof TimeoutException) {
            return new AttemptResult.NoResponse("no response before the timeout");
        }
        String reason = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return new AttemptResult.NoResponse(reason);
    }

    /** Identifies the attempts of one sandbox to one receiver, which share a concurrency limit. */
    private record Target(Object owner, String receiver) {}
}
