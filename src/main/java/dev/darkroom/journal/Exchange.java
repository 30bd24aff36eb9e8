package dev.darkroom.journal;

import dev.darkroom.chaos.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request of a client and the answer to it.
 *
 * @param number rises with each exchange of the server, whoever's it is
 * @param at when it arrived, on its sandbox' clock; in real time when it has none
 * @param arrivedAt the same in real time
 * @param duration from then until the answer was sent, in real time
 * @param dialect whose API was asked
 * @param operation what for; empty when it was no operation of the API
 * @param key with which, masked; empty when it was none that could be read
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
        RecordedResponse answer,
        ExchangeDetails facts) {

    /** What an exchange takes besides its bodies and headers. */
    private static final int BYTES = 512;

    private static final int BYTES_PER_HEADER = 64;

    /** How much memory it takes to keep it, about. */
    public int bytes() {
        return BYTES
                + request.method().length()
                + request.path().length()
                + facts.warnings().stream().mapToInt(String::length).sum()
                + bytes(request.headers())
                + bytes(answer.headers())
                + request.body().bytes()
                + answer.body().bytes();
    }

    private static int bytes(List<Header> headers) {
        int bytes = 0;
        for (Header header : headers) {
            bytes += BYTES_PER_HEADER + header.name().length() + header.value().length();
        }
        return bytes;
    }
}
