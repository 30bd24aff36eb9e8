package dev.darkroom.journal;

import dev.darkroom.chaos.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A client's request and its response.
 *
 * @param number increases with each exchange of the server, in all sandboxes
 * @param at when the request arrived, on the sandbox's clock; in real time when there is no sandbox
 * @param arrivedAt when the request arrived, in real time
 * @param duration the real time from arrival until the response was sent
 * @param dialect the API that the request was sent to
 * @param operation empty when the request was not for an operation of the API
 * @param key the API key, masked; empty when the request had no readable key
 */
public record Exchange(
        long number,
        Instant at,
        Instant arrivedAt,
        Duration duration,
        String dialect,
        Optional<Operation> operation,
        Optional<String> key,
        RecordedRequest request,
        RecordedResponse response,
        ExchangeDetails details) {

    /** The estimated size of an exchange without its bodies and headers. */
    private static final int BYTES = 512;

    private static final int BYTES_PER_HEADER = 64;

    /** The estimated memory that the exchange takes. */
    public int bytes() {
        return BYTES
                + request.method().length()
                + request.path().length()
                + lengths(details.warnings())
                + bytes(request.headers())
                + bytes(response.headers())
                + request.body().bytes()
                + response.body().bytes();
    }

    private static int lengths(List<String> texts) {
        int length = 0;
        for (String text : texts) {
            length += text.length();
        }
        return length;
    }

    private static int bytes(List<Header> headers) {
        int bytes = 0;
        for (Header header : headers) {
            bytes += BYTES_PER_HEADER + header.name().length() + header.value().length();
        }
        return bytes;
    }
}
