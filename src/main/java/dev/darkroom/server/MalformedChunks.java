package dev.darkroom.server;

import dev.darkroom.api.fault.BodyCorruption;
import dev.darkroom.http.EventStream;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/**
 * A stream whose last event has truncated data; everything else is complete. To recognize the last event, each event is
 * held back until the next one is available.
 */
final class MalformedChunks implements ChunkSource {

    private final ChunkSource chunks;
    private Chunk heldBack;

    MalformedChunks(ChunkSource chunks) {
        this.chunks = chunks;
    }

    @Override
    public int expectedCount() {
        return chunks.expectedCount();
    }

    @Override
    public Future<Chunk> next() {
        return chunks.next().compose(chunk -> {
            Chunk previous = heldBack;
            heldBack = chunk;
            if (chunk.isLast()) {
                return Future.succeededFuture(previous == null ? chunk : truncated(previous));
            }
            return previous == null ? next() : Future.succeededFuture(previous);
        });
    }

    @Override
    public void close() {
        chunks.close();
    }

    private static Chunk truncated(Chunk last) {
        byte[] event = Buffer.buffer(BodyCorruption.truncate(last.bytes()))
                .appendString(EventStream.END_OF_EVENT)
                .getBytes();
        return new Chunk(event, true);
    }
}
