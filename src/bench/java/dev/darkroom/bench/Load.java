package dev.darkroom.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Locale;

/**
 * Repeats the same requests from one thread, and prints the responses per second and the number of responses other than
 * 200. It uses as little CPU time as possible, because it shares the machine with the server that it measures.
 */
public final class Load {

    private Load() {}

    /** @param args URL, comma-separated keys, connections, depth, lead in seconds, seconds, and the body of a POST */
    public static void main(String... args) throws IOException {
        URI url = URI.create(args[0]);
        int connections = Integer.parseInt(args[2]);
        int depth = Integer.parseInt(args[3]);
        Batches batches = new Batches(url, args[1].split(","), args.length > 6 ? args[6] : null, depth);
        ResponseCounts counts = new ResponseCounts();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                SocketChannel channel = SocketChannel.open(new InetSocketAddress(url.getHost(), url.getPort()));
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.configureBlocking(false);
                Connection connection = new Connection(channel, batches, counts);
                channel.register(selector, SelectionKey.OP_READ, connection);
                connection.send();
            }
            run(selector, Double.parseDouble(args[4]));
            counts.reset();
            double seconds = run(selector, Double.parseDouble(args[5]));
            System.out.printf(Locale.ROOT, "%.1f %d%n", counts.responses() / seconds, counts.errors());
        }
    }

    /** Runs for the given time and returns the actual duration in seconds. */
    private static double run(Selector selector, double seconds) throws IOException {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        long now = start;
        while (now < end) {
            selector.select(Load::receive, 1000);
            now = System.nanoTime();
        }
        return (now - start) / 1e9;
    }

    private static void receive(SelectionKey key) {
        ((Connection) key.attachment()).receive();
    }
}
