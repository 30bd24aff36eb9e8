package dev.darkroom.chaos.fault;

import java.time.Duration;

/** How a response is sent on its connection. */
public sealed interface Transmission {

    <R> R apply(Visitor<R> visitor);

    /** How a connection ends before the response is complete. */
    enum Abort {
        /** The server sends a TCP FIN. */
        CLOSE,
        /** The server sends a TCP RST. */
        RESET
    }

    /** The whole response is sent, as fast as the client reads it. */
    record Complete() implements Transmission {
        @Override
        public <R> R apply(Visitor<R> visitor) {
            return visitor.complete();
        }
    }

    /**
     * The connection ends before the whole body is sent.
     *
     * @param fraction how much of the body is sent, from 0 for the head alone to 1 for all but the last byte
     */
    record Partial(double fraction, Abort abort) implements Transmission {
        @Override
        public <R> R apply(Visitor<R> visitor) {
            return visitor.partial(fraction, abort);
        }
    }

    /** The connection ends before a single byte is sent. */
    record Nothing(Abort abort) implements Transmission {
        @Override
        public <R> R apply(Visitor<R> visitor) {
            return visitor.nothing(abort);
        }
    }

    /** Bytes that are not HTTP are sent instead of the response, then the connection is closed. */
    record NotHttp() implements Transmission {
        @Override
        public <R> R apply(Visitor<R> visitor) {
            return visitor.notHttp();
        }
    }

    /** A response with an invalid chunk is sent instead, then the connection is closed. */
    record InvalidChunk() implements Transmission {
        @Override
        public <R> R apply(Visitor<R> visitor) {
            return visitor.invalidChunk();
        }
    }

    /**
     * The body is sent in small pieces.
     *
     * @param duration from the first piece to the last, in real time
     */
    record Slow(Duration duration) implements Transmission {
        @Override
        public <R> R apply(Visitor<R> visitor) {
            return visitor.slow(duration);
        }
    }

    /** Sends the response; one method for each transmission. */
    interface Visitor<R> {

        R complete();

        R partial(double fraction, Abort abort);

        R nothing(Abort abort);

        R notHttp();

        R invalidChunk();

        R slow(Duration duration);
    }
}
