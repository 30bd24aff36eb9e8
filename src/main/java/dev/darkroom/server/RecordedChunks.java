package dev.darkroom.server;

import dev.darkroom.api.RequestContext;
import dev.darkroom.journal.RecordedBody;
import io.vertx.core.Future;

/**
 * Records the chunks of a body for the journal.
 *
 * @param beforeEnd runs before the last chunk is sent
 */
record RecordedChunks(ChunkSource chunks, RequestContext requestContext, Runnable beforeEnd) implements ChunkSource {

    @Override
    public int expectedCount() {
        return chunks.expectedCount();
    }

    @Override
    public Future<Chunk> next() {
        return chunks.next().map(chunk -> {
            RecordedBody recorded = requestContext.responseBody();
            requestContext.setResponseBody(recorded.append(chunk.bytes()));
            if (chunk.isLast()) {
                beforeEnd.run();
            }
            return chunk;
        });
    }

    @Override
    public void close() {
        chunks.close();
    }
}
