package dev.darkroom.journal;

import dev.darkroom.chaos.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Builds exchanges for tests: a create request with status 200, and variations of it. */
public record TestExchange(
        long number,
        Optional<Operation> operation,
        String path,
        List<Header> headers,
        RecordedBody requestBody,
        int status,
        RecordedBody responseBody,
        ExchangeDetails details) {

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

    public TestExchange withOperation(Operation newOperation) {
        return new TestExchange(
                number, Optional.ofNullable(newOperation), path, headers, requestBody, status, responseBody, details);
    }

    public TestExchange withPath(String newPath) {
        return new TestExchange(number, operation, newPath, headers, requestBody, status, responseBody, details);
    }

    public TestExchange withHeader(String header, String value) {
        return new TestExchange(
                number,
                operation,
                path,
                List.of(new Header(header, value)),
                requestBody,
                status,
                responseBody,
                details);
    }

    public TestExchange withRequest(String json) {
        return withRequest(RecordedBody.of(json.getBytes(StandardCharsets.UTF_8)));
    }

    public TestExchange withRequest(RecordedBody body) {
        return new TestExchange(number, operation, path, headers, body, status, responseBody, details);
    }

    public TestExchange withResponse(int newStatus, String json) {
        RecordedBody body = RecordedBody.of(json.getBytes(StandardCharsets.UTF_8));
        return new TestExchange(number, operation, path, headers, requestBody, newStatus, body, details);
    }

    public TestExchange withTask(UUID task, String fault) {
        ExchangeDetails known = new ExchangeDetails(
                Optional.ofNullable(task),
                Optional.empty(),
                Optional.ofNullable(fault),
                List.of(),
                List.of(),
                List.of(),
                false);
        return new TestExchange(number, operation, path, headers, requestBody, status, responseBody, known);
    }

    public TestExchange withWarning(String warning) {
        ExchangeDetails warned = new ExchangeDetails(
                details.taskId(),
                details.reportedStatus(),
                details.fault(),
                List.of(warning),
                List.of(),
                List.of(),
                false);
        return new TestExchange(number, operation, path, headers, requestBody, status, responseBody, warned);
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
                new RecordedRequest("POST", path, headers, requestBody),
                new RecordedResponse(status, List.of(), responseBody, true),
                details);
    }
}
