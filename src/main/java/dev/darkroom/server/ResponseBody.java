package dev.darkroom.server;

import dev.darkroom.api.fault.BodyCorruption;
import dev.darkroom.journal.RecordedBody;

/** The body of a response: available as a whole, or chunk by chunk. */
sealed interface ResponseBody {

    /** A malformed version of this body: its last JSON value is truncated; everything before that is complete. */
    ResponseBody malformed();

    /** What the journal keeps of the body before it is sent. */
    RecordedBody recorded();

    record Whole(byte[] bytes) implements ResponseBody {

        @Override
        public ResponseBody malformed() {
            return new Whole(BodyCorruption.truncate(bytes));
        }

        @Override
        public RecordedBody recorded() {
            return RecordedBody.of(bytes);
        }
    }

    /** A body of unknown length. {@link RecordedChunks} records it while it is sent. */
    record Streamed(ChunkSource chunks) implements ResponseBody {

        @Override
        public ResponseBody malformed() {
            return new Streamed(new MalformedChunks(chunks));
        }

        @Override
        public RecordedBody recorded() {
            return RecordedBody.NONE;
        }
    }
}
