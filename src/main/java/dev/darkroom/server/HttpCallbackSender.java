package dev.darkroom.server;

import dev.darkroom.server.settings.CallbackConfig;

import dev.darkroom.api.CallbackMessage;
import dev.darkroom.api.Dialects;
import dev.darkroom.api.fault.BodyCorruption;
import dev.darkroom.callback.Attempt;
import dev.darkroom.callback.AttemptResult;
import dev.darkroom.callback.CallbackSender;
import dev.darkroom.chaos.InjectedFault;
import dev.darkroom.http.DarkroomHeaders;
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
 * Sends callbacks. All that counts in an answer is its status: a redirect is not
 * followed, and a body is read for a moment only, for it may have no end. Each sandbox has connections of its own to each
 * receiver, and what waits for one of them holds up nobody else.
 *
 * <p>No connection is used twice: a receiver that closes one without a word, as many a test's does, would miss the
 * callback that is on its way.
 */
@ApplicationScoped
class HttpCallbackSender implements CallbackSender {

    private static final Logger LOG = Logger.getLogger(HttpCallbackSender.class);
    private static final int MAX_ANSWER = 1 << 16;
    private static final long MILLIS_FOR_BODY = 1000;

    /** So many sandboxes can have all their connections to one receiver; beyond that, waiting for one counts. */
    private static final long SANDBOXES_AT_ONCE = 100;

    private final Vertx vertx;
    private final HttpClient client;
    private final Dialects dialects;
    private final CallbackConfig config;
    private final CallbackTargets receivers;
    private final AttemptReport report;
    private final KeyedConcurrencyLimit turns;
    private final AtomicInteger underWay = new AtomicInteger();

    HttpCallbackSender(Vertx vertx, Dialects dialects, CallbackConfig config, AttemptReport report) {
        this.vertx = vertx;
        this.dialects = dialects;
        this.config = config;
        this.receivers = new CallbackTargets(vertx, "darkroom.callback", config.allow(), config.deny());
        this.report = report;
        this.turns = new KeyedConcurrencyLimit(vertx, config.connections());
        this.client = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setConnectTimeout((int) config.timeout().toMillis())
                        .setKeepAlive(false))
                .with(new PoolOptions()
                        .setHttp1MaxSize((int) Math.min(Integer.MAX_VALUE, config.connections() * SANDBOXES_AT_ONCE)))
                .withConnectHandler(connection -> connection.exceptionHandler(failure -> LOG.debug(failure)))
                .build();
    }

    @Override
    public void send(Object owner, Attempt attempt, Consumer<AttemptResult> onResult) {
        underWay.incrementAndGet();
        Future.succeededFuture(attempt.url())
                .map(CallbackTargets::endpoint)
                .compose(receiver -> turns.take(new Lane(owner, receiver), () -> make(attempt)))
                .otherwise(HttpCallbackSender::failed)
                .onSuccess(result -> {
                    onResult.accept(result);
                    underWay.decrementAndGet();
                });
    }

    @Override
    public void forget(Object owner) {
        turns.forget(lane -> ((Lane) lane).owner() == owner);
    }

    /** How many attempts have no result yet. */
    int underWay() {
        return underWay.get();
    }

    /** All of it has to be done within the timeout. */
    private Future<AttemptResult> make(Attempt attempt) {
        long end = System.nanoTime() + config.timeout().toNanos();
        return Future.succeededFuture(attempt.url())
                .compose(receivers::find)
                .timeout(millisUntil(end), TimeUnit.MILLISECONDS)
                .compose(address -> open(attempt, address, end))
                .compose(request -> post(request, attempt, end))
                .<AttemptResult>map(AttemptResult.Answered::new)
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

    /** Gives the status of the answer. */
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

    private static long millisUntil(long end) {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    }

    private static AttemptResult failed(Throwable failure) {
        if (failure instanceof CallbackTargets.ForbiddenAddress) {
            return new AttemptResult.Forbidden(failure.getMessage());
        }
        if (failure instanceof TimeoutException) {
            return new AttemptResult.Unanswered("it did not answer in time");
        }
        String reason = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return new AttemptResult.Unanswered(reason);
    }

    /** What takes turns. */
    private record Lane(Object owner, String receiver) {}
}
