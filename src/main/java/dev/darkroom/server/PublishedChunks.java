package dev.darkroom.server;

import dev.darkroom.http.StreamResponse;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VertxException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.jboss.logging.Logger;

/**
 * The chunks of a {@link StreamResponse}, and an empty one at its end. Subscribes with the first call of {@link #next},
 * and requests one chunk for each call. Publishers may use any thread; all state belongs to the event loop.
 */
final class PublishedChunks implements ChunkSource, Flow.Subscriber<byte[]> {

    private static final Logger LOG = Logger.getLogger(PublishedChunks.class);
    private static final Chunk END = new Chunk(new byte[0], true);
    private static final Throwable CLOSED = new VertxException("The client has disconnected.", true);

    private final StreamResponse response;
    private final Executor eventLoop;
    private Flow.Subscription subscription;
    private Promise<Chunk> requested;
    private Throwable failure;
    private boolean isEnded;

    PublishedChunks(StreamResponse response, Executor eventLoop) {
        this.response = response;
        this.eventLoop = eventLoop;
    }

    @Override
    public int expectedCount() {
        return response.expectedChunks();
    }

    @Override
    public Future<Chunk> next() {
        if (isEnded) {
            return failure == null ? Future.succeededFuture(END) : Future.failedFuture(failure);
        }
        boolean isFirst = requested == null;
        requested = Promise.promise();
        if (isFirst) {
            response.chunks().subscribe(this);
        } else {
            subscription.request(1);
        }
        return requested.future();
    }

    /** Cancels the subscription, and fails a chunk that is still requested. */
    @Override
    public void close() {
        if (!isEnded) {
            fail(CLOSED);
            if (subscription != null) {
                subscription.cancel();
            }
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        eventLoop.execute(() -> {
            subscription = newSubscription;
            if (isEnded) {
                newSubscription.cancel();
            } else {
                newSubscription.request(1);
            }
        });
    }

    @Override
    public void onNext(byte[] bytes) {
        eventLoop.execute(() -> requested.tryComplete(new Chunk(bytes, false)));
    }

    @Override
    public void onError(Throwable error) {
        LOG.error(
                "A streamed response failed inside Darkroom. This is a bug, not an injected fault; please report it",
                error);
        eventLoop.execute(() -> fail(error));
    }

    @Override
    public void onComplete() {
        eventLoop.execute(() -> {
            isEnded = true;
            requested.tryComplete(END);
        });
    }

    private void fail(Throwable reason) {
        isEnded = true;
        failure = reason;
        if (requested != null) {
            requested.tryFail(reason);
        }
    }
}
