package dev.darkroom.journal;

import dev.darkroom.chaos.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Exchanges made by hand: a create request that was answered with 200, and what differs from it. */
public record TestExchange(
        long number,
        Optional<Operation> operation,
        String path,
        List<Header> headers,
        RecordedBody asked,
        int status,
        RecordedBody answered,
        ExchangeDetails facts) {

    public static final UUID TASK = new UUID(0, 7);

    public static TestExchange create(long number) {
        return new TestExchange(
                number,
                Optional.of(Operation.CREATE),
                "/v1/images/generations",
                List.of(new Header("User-Agent", "curl/8.5.0"), new Header("Authorization", "...")),
                RecordedBody.NONE,
                200,
                RecordedBody.NONE,
                ExchangeDetails.NONE);
    }

    public TestExchange of(Operation other) {
        return new TestExchange(number, Optional.ofNullable(other), path, headers, asked, status, answered, facts);
    }

    public TestExchange at(String other) {
        return new TestExchange(number, operation, other, headers, asked, status, answered, facts);
    }

    public TestExchange with(String header, String value) {
        return new TestExchange(
                number, operation, path, List.of(new Header(header, value)), asked, status, answered, facts);
    }

    public TestExchange asking(String json) {
        return asking(RecordedBody.of(json.getBytes(StandardCharsets.UTF_8)));
    }

    public TestExchange asking(RecordedBody body) {
        return new TestExchange(number, operation, path, headers, body, status, answered, facts);
    }

    public TestExchange answering(int other, String json) {
        RecordedBody body = RecordedBody.of(json.getBytes(StandardCharsets.UTF_8));
        return new TestExchange(number, operation, path, headers, asked, other, body, facts);
    }

    public TestExchange about(UUID task, String fault) {
        ExchangeDetails known = new ExchangeDetails(
                Optional.ofNullable(task), Optional.empty(), Optional.ofNullable(fault), List.of(), List.of(), false);
        return new TestExchange(number, operation, path, headers, asked, status, answered, known);
    }

    public Exchange exchange() {
        return new Exchange(
                number,
                Instant.EPOCH,
                Instant.EPOCH,
                Duration.ZERO,
                "dialect",
                operation,
                Optional.empty(),
                new RecordedRequest("POST", path, headers, asked),
                new RecordedResponse(status, List.of(), answered, true),
                facts);
    }
}
