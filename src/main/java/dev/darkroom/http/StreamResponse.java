package dev.darkroom.http;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Flow;

/**
 * A successful response whose body is sent in chunks as they become available. The publisher is subscribed to when the
 * response begins, is asked for one chunk at a time as the client reads, and is canceled when the client disconnects.
 * Only endpoints of a dialect return it.
 *
 * @param headers at least {@code Content-Type}
 * @param chunks parts of the body that clients can process one by one, such as events
 * @param expectedChunks how many chunks there will probably be, at least 1. Faults that affect a fraction of the body
 *     need this number.
 */
public record StreamResponse(Map<String, String> headers, Flow.Publisher<byte[]> chunks, int expectedChunks) {

    public StreamResponse {
        if (expectedChunks < 1) {
            throw new IllegalArgumentException("expectedChunks must be at least 1");
        }
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }
}
