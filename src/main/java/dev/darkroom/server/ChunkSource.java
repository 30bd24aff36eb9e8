package dev.darkroom.server;

import io.vertx.core.Future;

/**
 * The body of a response, in chunks that become available one after another. A body that is available as a whole is one
 * chunk.
 */
interface ChunkSource {

    /**
     * How many chunks the body is expected to have, at least 1. Faults that affect a fraction of the body, or spread it
     * over a duration, divide it by this number.
     */
    int expectedCount();

    /** The next chunk. Called again only after the previous chunk has arrived, and never after the last one. */
    Future<Chunk> next();

    /** Releases the resources of the source. Called when the exchange is over. */
    default void close() {}

    record Chunk(byte[] bytes, boolean isLast) {}

    static ChunkSource of(byte[] body) {
        return new ChunkSource() {
            @Override
            public int expectedCount() {
                return 1;
            }

            @Override
            public Future<Chunk> next() {
                return Future.succeededFuture(new Chunk(body, true));
            }
        };
    }
}
