package dev.darkroom.api;

import dev.darkroom.http.RequestBody;
import dev.darkroom.journal.RecordedBody;
import dev.darkroom.memory.InFlightMemory.Reservation;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The body of a request, and what it takes: memory, and a temporary file if it is large. Empty until the body has been
 * read.
 */
public final class ReceivedBody {

    private static final byte[] NONE = {};

    private byte[] bytes = NONE;
    private long length;
    private Optional<RequestBody> large = Optional.empty();
    private Optional<Reservation> memory = Optional.empty();
    private Optional<Runnable> closeFile = Optional.empty();
    private RecordedBody recorded = RecordedBody.NONE;
    private CompletionStage<?> processed = CompletableFuture.completedFuture(null);

    ReceivedBody() {}

    /** @param reserved is released at the end of the request */
    public void set(byte[] received, Reservation reserved) {
        this.bytes = received;
        this.length = received.length;
        this.memory = Optional.of(reserved);
    }

    /**
     * Sets a form in a temporary file.
     *
     * @param bodyStart what the journal keeps
     * @param formBytes the memory that the form takes
     * @param reserved is released at the end of the request
     * @param close closes the file; may be called more than once
     */
    public void set(RequestBody form, RecordedBody bodyStart, long formBytes, Reservation reserved, Runnable close) {
        this.large = Optional.of(form);
        this.recorded = bodyStart;
        this.length = formBytes;
        this.memory = Optional.of(reserved);
        this.closeFile = Optional.of(close);
    }

    /**
     * Returns the body once, and records it for the journal; later calls return an empty body.
     *
     * @param contentType the {@code Content-Type} header; null if the request has none
     */
    public RequestBody take(String contentType) {
        if (large.isPresent()) {
            RequestBody taken = large.get();
            large = Optional.empty();
            return taken;
        }
        RequestBody taken = RequestBody.of(contentType, bytes);
        if (closeFile.isEmpty()) {
            recorded = RecordedBody.of(bytes);
        }
        bytes = NONE;
        return taken;
    }

    /** Keeps the content of uploads until this stage completes. */
    void keepUntil(CompletionStage<?> uploadsProcessed) {
        processed = uploadsProcessed;
    }

    /** Returns the memory and the file of a body that has been processed. A request may wait long for its response. */
    void release() {
        afterProcessing(() -> {
            memory.ifPresent(reserved -> reserved.shrink(Math.max(0, length - recorded.bytes())));
            closeFile.ifPresent(Runnable::run);
        });
    }

    /** Runs an action when the content of uploads is not needed any more. */
    public void afterProcessing(Runnable action) {
        processed.thenRun(action);
    }

    /** What the journal keeps of the body. */
    public RecordedBody recorded() {
        return recorded;
    }
}
