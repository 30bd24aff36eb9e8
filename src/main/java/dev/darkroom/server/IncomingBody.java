package dev.darkroom.server;

import dev.darkroom.http.BodyLimit;
import dev.darkroom.http.DataUri;
import dev.darkroom.http.coding.ContentCoding;
import dev.darkroom.http.coding.EncodedBody;
import dev.darkroom.memory.InFlightMemory.Reservation;
import dev.darkroom.server.connection.ClientConnection;
import dev.darkroom.server.connection.InvalidRequests;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The body of one request while it is read. Only the request's event loop uses it, except where noted. */
final class IncomingBody {

    private final RoutingContext context;
    private final Context eventLoop;
    private final BodyLimit limit;
    private final long kept;
    private final long maxDiscarded;
    private final long maxDiscardMillis;
    private final ErrorHandlers errors;
    private volatile long lastProgressNanos = System.nanoTime();
    private volatile boolean isOver;
    private Buffer body = Buffer.buffer();
    private long received;
    private long reserved;
    private boolean isRejected;
    private boolean hasDataUri;
    private Optional<BodyStorage> storage = Optional.empty();
    private StoredBody stored;

    /**
     * @param limit the largest body that the operation accepts
     * @param kept the largest body that is kept, in bytes; 0 if the announced length exceeds the limit
     * @param maxDiscarded how much of a rejected body is read, in bytes, before the connection is closed
     * @param maxDiscardMillis how long the rest of a rejected body is read
     */
    IncomingBody(
            RoutingContext context,
            BodyLimit limit,
            long kept,
            long maxDiscarded,
            long maxDiscardMillis,
            ErrorHandlers errors) {
        this.maxDiscardMillis = maxDiscardMillis;
        this.context = context;
        this.eventLoop = context.vertx().getOrCreateContext();
        this.limit = limit;
        this.kept = kept;
        this.maxDiscarded = maxDiscarded;
        this.errors = errors;
    }

    /** Allows to store the body in a temporary file if it is not kept in memory. */
    void allowStorage(BodyStorage bodyStorage) {
        storage = Optional.of(bodyStorage);
    }

    /**
     * Starts to read the body.
     *
     * @param expected how many bytes of the body are already reserved
     * @param onComplete receives the whole body, unless it is rejected or the client disconnects
     */
    void receive(Reservation memory, long expected, Consumer<Buffer> onComplete) {
        reserved = expected;
        if (storage.isPresent() && storage.get().announced() > kept && !startStorage(memory)) {
            return;
        }
        sendContinue(context);
        context.request().handler(part -> add(part, memory));
        context.request().endHandler(end -> {
            isOver = true;
            if (InvalidRequests.isBodyInvalid(context.request())) {
                rejectAndClose(400, BodyErrors.INVALID);
            } else if (stored != null) {
                stored.end(this::endStorage);
            } else if (received > kept) {
                reject(413, tooLarge());
            } else if (!isRejected) {
                Buffer whole = body;
                body = Buffer.buffer();
                onComplete.accept(whole);
            }
        });
        // A client that disconnects is not an error.
        context.request().exceptionHandler(failure -> isOver = true);
        context.request().resume();
    }

    /** @return false if the body has been rejected, because there is no space for it */
    private boolean startStorage(Reservation memory) {
        long space = Math.max(received, storage.get().announced());
        Optional<StoredBody> started = storage.get().start(space, this);
        if (started.isEmpty()) {
            if (received == 0 && context.request().headers().contains(HttpHeaders.EXPECT)) {
                rejectAndClose(503, BodyErrors.NO_SPACE);
            } else {
                reject(503, BodyErrors.NO_SPACE);
            }
            return false;
        }
        stored = started.get();
        memory.shrink(Math.max(0, reserved - StoredBody.BUFFERED));
        reserved = Math.min(reserved, StoredBody.BUFFERED);
        if (!memory.grow(StoredBody.BUFFERED - reserved)) {
            reject(503, BodyErrors.NO_MEMORY);
            return false;
        }
        reserved = StoredBody.BUFFERED;
        if (body.length() > 0) {
            stored.write(body);
            body = Buffer.buffer();
        }
        return true;
    }

    private void store(Buffer part, Reservation memory) {
        if (received > limit.bytes()) {
            reject(413, tooLarge());
        } else if (stored == null ? startStorage(memory) : stored.reserve(received)) {
            stored.write(part);
        } else {
            reject(503, BodyErrors.NO_SPACE);
        }
    }

    private void endStorage() {
        if (!isRejected) {
            storage.get().onStored().accept(stored);
        }
    }

    /** Deletes the temporary file, if there is one. */
    void deleteFile() {
        if (stored != null) {
            stored.close();
        }
    }

    /** Rejects the body before all of it has arrived. */
    void rejectTooLarge() {
        reject(413, tooLarge());
    }

    /** Decodes the body on a worker thread, because that can take some time. */
    Future<Buffer> decode(Buffer encoded, List<ContentCoding> codings, Reservation memory) {
        EncodedBody whole = new EncodedBody(encoded.getBytes(), codings);
        return context.vertx()
                .executeBlocking(() -> Buffer.buffer(whole.decode(maxDecoded(), memory::grow)), false)
                .onFailure(failure -> {
                    if (failure instanceof EncodedBody.TooLargeException && storage.isPresent()) {
                        storeEncoded(encoded, memory);
                    } else {
                        rejectUnreadable(failure);
                    }
                });
    }

    private long maxDecoded() {
        return storage.isPresent() ? kept : limit.bytes();
    }

    /** Decodes the body again, to a temporary file. */
    private void storeEncoded(Buffer encoded, Reservation memory) {
        if (startStorage(memory)) {
            stored.write(encoded);
            stored.end(this::endStorage);
        }
    }

    /** Rejects a body that cannot be decoded, or that cannot be read from its temporary file. */
    void rejectUnreadable(Throwable failure) {
        OutOfMemory.endProcessIfCauseOf(failure);
        if (failure instanceof EncodedBody.TooLargeException) {
            reject(413, tooLarge());
        } else {
            UnreadableBody error = UnreadableBody.of(failure, stored != null);
            reject(error.status(), error.message());
        }
    }

    private String tooLarge() {
        return BodyErrors.tooLarge(limit, received == 0 ? Optional.empty() : Optional.of(hasDataUri), context);
    }

    /** Whether no byte has arrived for this time. May be called from any thread. */
    boolean hasStalled(long timeoutNanos) {
        return !isOver && System.nanoTime() - lastProgressNanos > timeoutNanos;
    }

    /** Rejects a request whose body has stalled, unless the last byte has arrived in the meantime. */
    void rejectStalled(int status, String message) {
        if (!isOver) {
            rejectAndClose(status, message);
        }
    }

    /** Rejects the request, and discards the rest of its body. */
    void reject(int status, String message) {
        if (begin()) {
            if (!isOver) {
                sendContinue(context);
                context.request().handler(this::discard);
                context.request().endHandler(end -> isOver = true);
                context.request().resume();
                context.vertx().setTimer(maxDiscardMillis, end -> closeUnlessOver());
            }
            errors.respond(context, status, message);
        }
    }

    /** Rejects the request, and closes the connection without reading the rest of the body. */
    void rejectAndClose(int status, String message) {
        if (begin()) {
            ClientConnection.endAfterResponse(context);
            errors.respond(context, status, message);
        }
    }

    /**
     * Asks for the body if the client waits for that, even if there is none, or if it is going to be discarded: the
     * HTTP client of Java 17 never returns if it gets another response first.
     */
    static void sendContinue(RoutingContext context) {
        if (context.request().getHeader(HttpHeaders.EXPECT) != null) {
            context.response().writeContinue();
            // Quarkus REST would send another one.
            context.request().headers().remove(HttpHeaders.EXPECT);
        }
    }

    private void closeUnlessOver() {
        if (!isOver) {
            ClientConnection.abort(context.request());
        }
    }

    private void discard(Buffer part) {
        received += part.length();
        if (received > maxDiscarded) {
            ClientConnection.abort(context.request());
        }
    }

    private boolean begin() {
        boolean isFirst = !isRejected
                && !context.response().ended()
                && !context.response().closed();
        isRejected = true;
        body = Buffer.buffer();
        deleteFile();
        return isFirst;
    }

    /** Runs a rejection on the event loop of the request. May be called from any thread. */
    void later(Consumer<IncomingBody> rejection) {
        eventLoop.runOnContext(now -> rejection.accept(this));
    }

    private void add(Buffer part, Reservation memory) {
        lastProgressNanos = System.nanoTime();
        received += part.length();
        if (stored != null || storage.isPresent() && received > kept) {
            store(part, memory);
        } else if (received > kept) {
            hasDataUri = hasDataUri || DataUri.isIn(body) || DataUri.isIn(part);
            body = Buffer.buffer();
            memory.shrink(reserved);
            reserved = 0;
        } else if (received > reserved && !memory.grow(received - reserved)) {
            reject(503, BodyErrors.NO_MEMORY);
        } else {
            reserved = Math.max(reserved, received);
            body.appendBuffer(part);
        }
        if (received > Math.max(maxDiscarded, limit.bytes())) {
            rejectAndClose(413, tooLarge());
        }
    }
}
