package dev.darkroom.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** One connection. It sends the next batch when all responses to the previous one have arrived. */
final class Connection {

    private final SocketChannel channel;
    private final Batches batches;
    private final ResponseCounts counts;
    private final ByteBuffer received = ByteBuffer.allocate(1 << 16);
    private int pending;

    Connection(SocketChannel channel, Batches batches, ResponseCounts counts) {
        this.channel = channel;
        this.batches = batches;
        this.counts = counts;
    }

    void send() throws IOException {
        pending = batches.depth();
        ByteBuffer batch = batches.next();
        while (batch.hasRemaining()) {
            channel.write(batch);
        }
    }

    void receive() {
        try {
            if (channel.read(received) < 0) {
                throw new EOFException("the server has closed a connection");
            }
            readResponses();
            if (pending == 0) {
                send();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readResponses() {
        received.flip();
        byte[] bytes = received.array();
        int from = 0;
        for (int length; (length = ResponseParser.length(bytes, from, received.limit())) > 0; from += length) {
            counts.count(ResponseParser.isOk(bytes, from));
            pending--;
        }
        received.position(from);
        received.compact();
    }
}
