package dev.darkroom.server;

import dev.darkroom.http.BodyFile;
import dev.darkroom.memory.InFlightMemory.Reservation;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A body that is written to a temporary file while it arrives. The client is paused while the disk is slower. Only the
 * request's event loop uses it, except where noted.
 */
final class StoredBody {

    /** The memory for bytes that wait to be written, or are being written. */
    static final int BUFFERED = 512 << 10;

    private static final int MAX_WAITING = BUFFERED / 2;

    private final HttpServerRequest request;
    private final UploadSpace disk;
    private final Reservation space;
    private final BiConsumer<Integer, String> onFailure;

    /** Guarded by this, because another thread writes to it. Null until the first bytes are written. */
    private BodyFile file;

    private boolean isClosed;
    private List<Buffer> waiting = new ArrayList<>();
    private long waitingBytes;
    private boolean isWriting;
    private boolean isPaused;
    private long reserved;
    private Runnable onEnd;

    /**
     * @param space what has been reserved for the body
     * @param reserved how many bytes that is
     * @param onFailure receives a status and a message if the body cannot be stored
     */
    StoredBody(
            HttpServerRequest request,
            UploadSpace disk,
            Reservation space,
            long reserved,
            BiConsumer<Integer, String> onFailure) {
        this.reserved = reserved;
        this.request = request;
        this.disk = disk;
        this.space = space;
        this.onFailure = onFailure;
    }

    /** Appends a part, unless the body has been closed. */
    void write(Buffer part) {
        waiting.add(part);
        waitingBytes += part.length();
        if (waitingBytes > MAX_WAITING && !isPaused) {
            isPaused = true;
            request.pause();
        }
        writeWaiting();
    }

    /** Reserves space for a body of this length; false if there is none. */
    boolean reserve(long length) {
        long more = Math.max(0, length - reserved);
        reserved += more;
        return more == 0 || space.grow(more);
    }

    Reservation space() {
        return space;
    }

    /** Calls back when everything has been written. */
    void end(Runnable whenWritten) {
        onEnd = whenWritten;
        writeWaiting();
    }

    /** The file, once {@link #end} has called back. */
    synchronized BodyFile file() {
        return file;
    }

    /** Replaces the file, such as by a decoded one. May be called from any thread. */
    synchronized void replace(BodyFile other) throws IOException {
        file.close();
        file = other;
        if (isClosed) {
            other.close();
        }
    }

    /** Deletes the file, and returns its space. May be called from any thread, and more than once. */
    void close() {
        disk.write(() -> {
                    closeFile();
                    return null;
                })
                .onComplete(closed -> space.release());
    }

    private synchronized void closeFile() throws IOException {
        isClosed = true;
        if (file != null) {
            file.close();
        }
    }

    private void writeWaiting() {
        if (isWriting) {
            return;
        }
        if (waiting.isEmpty()) {
            if (onEnd != null) {
                onEnd.run();
            }
            return;
        }
        List<Buffer> parts = waiting;
        waiting = new ArrayList<>();
        waitingBytes = 0;
        isWriting = true;
        Future<Void> written = disk.write(() -> append(parts));
        written.onSuccess(done -> {
            isWriting = false;
            if (isPaused) {
                isPaused = false;
                request.resume();
            }
            writeWaiting();
        });
        written.onFailure(this::fail);
    }

    private void fail(Throwable failure) {
        if (failure instanceof NotWritableException) {
            onFailure.accept(413, BodyErrors.NO_FOLDER);
        } else {
            onFailure.accept(503, BodyErrors.NOT_STORED);
        }
    }

    private synchronized Void append(List<Buffer> parts) throws IOException {
        if (isClosed) {
            return null;
        }
        if (file == null) {
            file = open(disk);
        }
        for (Buffer part : parts) {
            file.write(ByteBuffer.wrap(part.getBytes()));
        }
        return null;
    }

    static BodyFile open(UploadSpace disk) throws NotWritableException {
        try {
            return disk.open();
        } catch (IOException | UnsupportedOperationException e) {
            throw new NotWritableException(e);
        }
    }

    /** The folder for temporary files cannot be written. */
    static final class NotWritableException extends IOException {

        NotWritableException(Exception cause) {
            super(cause);
        }
    }
}
