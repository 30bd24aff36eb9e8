package dev.darkroom.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** One connection: when all answers to a batch are there, the next batch is sent. */
final class Connection {

    private final SocketChannel channel;
    private final Batches batches;
    private final Tally tally;
    private final ByteBuffer received = ByteBuffer.allocate(1 << 16);
    private int unanswered;

    Connection(SocketChannel channel, Batches batches, Tally tally) {
        this.channel = channel;
        this.batches = batches;
        this.tally = tally;
    }

    void send() throws IOException {
        unanswered = batches.depth();
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
            take();
            if (unanswered == 0) {
                send();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take() {
        received.flip();
        byte[] bytes = received.array();
        int from = 0;
        for (int length; (length = Answer.length(bytes, from, received.limit())) > 0; from += length) {
            tally.count(Answer.isOk(bytes, from));
            unanswered--;
        }
        received.position(from);
        received.compact();
    }
}
