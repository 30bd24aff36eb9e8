package dev.darkroom.server;

import dev.darkroom.server.ChunkSource.Chunk;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;

/** Sends a body on a connection: all of it, a part of it, or slowly. Stops when the client has disconnected. */
final class ChunkSender {

    private static final int MAX_PIECES = 200;
    private static final int MIN_PAUSE_MILLIS = 20;

    private final RawConnection connection;
    private final ChunkSource chunks;

    ChunkSender(RawConnection connection, ChunkSource chunks) {
        this.connection = connection;
        this.chunks = chunks;
    }

    /** Sends each chunk as soon as it is available, and ends the response. */
    Future<Void> sendAll() {
        return chunks.next().compose(chunk -> {
            if (connection.isGone()) {
                return Future.succeededFuture();
            }
            Buffer bytes = Buffer.buffer(chunk.bytes());
            return chunk.isLast()
                    ? connection.end(bytes)
                    : connection.write(bytes).compose(written -> sendAll());
        });
    }

    /**
     * Sends a part of the body and leaves the response unfinished. Completes when the client has had time to receive
     * it.
     *
     * @param fraction from 0 for no byte to 1 for all but the last byte
     */
    Future<Void> sendPart(double fraction) {
        return sendFirst(fraction * chunks.expectedCount());
    }

    /** @param count how many chunks to send; a fraction of a chunk is that fraction of its bytes */
    private Future<Void> sendFirst(double count) {
        return chunks.next().compose(chunk -> {
            if (connection.isGone()) {
                return Future.succeededFuture();
            }
            if (count >= 1 && !chunk.isLast()) {
                return connection.write(Buffer.buffer(chunk.bytes())).compose(written -> sendFirst(count - 1));
            }
            int length = chunk.bytes().length;
            int sent = (int) Math.max(0, Math.min(length - 1L, Math.round(length * count)));
            return connection
                    .write(Buffer.buffer().appendBytes(chunk.bytes(), 0, sent))
                    .compose(written -> connection.flushed());
        });
    }

    /**
     * Sends the body in small pieces, with equal pauses between the pieces of a chunk.
     *
     * @param duration how long it takes to send a body that is available as a whole
     * @param beforeEnd runs before the last piece is sent
     */
    Future<Void> drip(Duration duration, Runnable beforeEnd) {
        long chunkMillis = Math.max(1, duration.toMillis() / chunks.expectedCount());
        return chunks.next().compose(chunk -> {
            int length = chunk.bytes().length;
            int pieces = (int) Math.max(1, Math.min(Math.min(MAX_PIECES, length), chunkMillis / MIN_PAUSE_MILLIS));
            long pause = Math.max(1, chunkMillis / pieces);
            return dripChunk(chunk, 0, pieces, pause, beforeEnd)
                    .compose(sent -> chunk.isLast() || connection.isGone()
                            ? Future.succeededFuture()
                            : drip(duration, beforeEnd));
        });
    }

    private Future<Void> dripChunk(Chunk chunk, int index, int pieces, long pause, Runnable beforeEnd) {
        if (index == pieces || connection.isGone()) {
            return Future.succeededFuture();
        }
        long length = chunk.bytes().length;
        int from = (int) (length * index / pieces);
        int to = (int) (length * (index + 1) / pieces);
        Buffer piece = Buffer.buffer().appendBytes(chunk.bytes(), from, to - from);
        if (chunk.isLast() && index + 1 == pieces) {
            beforeEnd.run();
            return connection.end(piece);
        }
        connection.write(piece);
        return connection.later(pause).compose(over -> dripChunk(chunk, index + 1, pieces, pause, beforeEnd));
    }
}
