package dev.darkroom.bench;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Prepared batches of {@code depth} requests, sent at once on a connection. The requests use the keys in turn. */
final class Batches {

    private final ByteBuffer[] batches;
    private final int depth;
    private int next;

    Batches(URI url, String[] keys, String body, int depth) {
        this.depth = depth;
        this.batches = new ByteBuffer[keys.length];
        for (int first = 0; first < keys.length; first++) {
            StringBuilder batch = new StringBuilder();
            for (int i = 0; i < depth; i++) {
                batch.append(request(url, keys[(first + i) % keys.length], body));
            }
            byte[] bytes = batch.toString().getBytes(StandardCharsets.UTF_8);
            batches[first] = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        }
    }

    int depth() {
        return depth;
    }

    ByteBuffer next() {
        next = (next + 1) % batches.length;
        return batches[next].rewind();
    }

    private static String request(URI url, String key, String body) {
        String head = (body == null ? "GET " : "POST ") + url.getRawPath() + " HTTP/1.1\r\n"
                + "Host: " + url.getAuthority() + "\r\n"
                + "Authorization: Bearer " + key + "\r\n";
        if (body == null) {
            return head + "\r\n";
        }
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return head + "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n" + body;
    }
}
