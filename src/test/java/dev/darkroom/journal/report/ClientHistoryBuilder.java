package dev.darkroom.journal.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.callback.AttemptResult;
import dev.darkroom.callback.CallbackState;
import dev.darkroom.callback.CallbackView;
import dev.darkroom.chaos.Operation;
import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.ExchangeDetails;
import dev.darkroom.journal.Header;
import dev.darkroom.journal.RecordedBody;
import dev.darkroom.journal.RecordedRequest;
import dev.darkroom.journal.RecordedResponse;
import dev.darkroom.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Builds a client's history step by step. A response takes no time unless {@link #lasting} sets it. Time passes between
 * requests only through {@link #wait}, {@link #waitOnFrozenClock} and {@link #advance}.
 */
public final class ClientHistoryBuilder {

    public static final UUID TASK = UUID.fromString("397ce9f2-c04e-4244-ac33-3af19a7cc297");
    public static final UUID OTHER_TASK = UUID.fromString("57c8772c-f834-46f3-9b7d-81f92e104050");

    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final KnownTask RUNNING =
            new KnownTask("some-dialect", TaskStatus.PROCESSING, Instant.MAX, false, Optional.empty());

    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<CallbackView> callbacks = new ArrayList<>();
    private final Map<UUID, KnownTask> tasks = new HashMap<>();
    private Instant sandboxTime = START;
    private Instant realTime = START;
    private KnownDialect dialect = new KnownDialect(Duration.ofSeconds(1), true, true);

    public ClientHistoryBuilder request(
            Optional<Operation> operation, String method, String path, String body, int status) {
        exchanges.add(new Exchange(
                exchanges.size() + 1L,
                sandboxTime,
                realTime,
                Duration.ZERO,
                "some-dialect",
                operation,
                Optional.of("sk-1…"),
                new RecordedRequest(method, path, List.of(), RecordedBody.of(body.getBytes(UTF_8))),
                new RecordedResponse(status, List.of(), RecordedBody.NONE, true),
                ExchangeDetails.NONE));
        return this;
    }

    ClientHistoryBuilder create(String body, int status) {
        return request(Optional.of(Operation.CREATE), "POST", "/v1/images/generations", body, status);
    }

    ClientHistoryBuilder createdTask(UUID taskId) {
        return details(Optional.of(taskId), last().details().reportedStatus(), List.of(), false);
    }

    ClientHistoryBuilder poll(UUID taskId, int status) {
        return request(Optional.of(Operation.POLL), "GET", "/v1/tasks/" + taskId, "", status);
    }

    ClientHistoryBuilder poll(TaskStatus reportedStatus) {
        return poll(TASK, 200).details(Optional.of(TASK), Optional.of(reportedStatus), List.of(), false);
    }

    /** A poll of an API that has the task's id in the query. */
    ClientHistoryBuilder pollByQuery(UUID taskId, TaskStatus reportedStatus) {
        return request(Optional.of(Operation.POLL), "GET", "/record?taskId=" + taskId, "", 200)
                .details(Optional.of(taskId), Optional.of(reportedStatus), List.of(), false);
    }

    ClientHistoryBuilder fetchExpiredImage(String path) {
        return request(Optional.of(Operation.FILE), "GET", path, "", 404)
                .details(Optional.of(TASK), Optional.empty(), List.of(), true);
    }

    ClientHistoryBuilder unknownFields(String... fields) {
        return details(last().details().taskId(), Optional.empty(), List.of(fields), false);
    }

    ClientHistoryBuilder fault(String name) {
        ExchangeDetails details = last().details();
        return replaceLast(
                last().duration(),
                last().response(),
                new ExchangeDetails(
                        details.taskId(),
                        details.reportedStatus(),
                        Optional.of(name),
                        List.of(),
                        details.unknownFields(),
                        details.ignoredHeaders(),
                        details.isImageExpired()));
    }

    ClientHistoryBuilder fetchImage(UUID taskId) {
        return request(Optional.of(Operation.FILE), "GET", "/images/" + taskId + ".png", "", 200)
                .details(Optional.of(taskId), Optional.empty(), List.of(), false);
    }

    ClientHistoryBuilder unknownPath(String path, String... warnings) {
        request(Optional.empty(), "POST", path, "", 404);
        return warned(List.of(warnings), List.of());
    }

    ClientHistoryBuilder ignoredHeaders(String... headers) {
        return warned(List.of(headers), List.of(headers));
    }

    /** Sets the body of the last response. */
    ClientHistoryBuilder response(String body) {
        RecordedResponse response = last().response();
        RecordedBody recorded = RecordedBody.of(body.getBytes(UTF_8));
        return replaceLast(
                last().duration(),
                new RecordedResponse(response.status(), response.headers(), recorded, true),
                last().details());
    }

    /** Ends {@link #TASK} now. */
    ClientHistoryBuilder endTask(TaskStatus status, boolean isByHand, Optional<CallbackState> callback) {
        tasks.put(TASK, new KnownTask("some-dialect", status, sandboxTime, isByHand, callback));
        return this;
    }

    ClientHistoryBuilder truncated() {
        RecordedResponse response = last().response();
        return replaceLast(
                last().duration(),
                new RecordedResponse(response.status(), response.headers(), response.body(), false),
                last().details());
    }

    ClientHistoryBuilder retryAfter(String value) {
        RecordedResponse response = last().response();
        List<Header> headers = List.of(new Header("retry-after", value));
        return replaceLast(
                last().duration(),
                new RecordedResponse(response.status(), headers, response.body(), true),
                last().details());
    }

    ClientHistoryBuilder lasting(String duration) {
        return replaceLast(Duration.parse("PT" + duration), last().response(), last().details());
    }

    /** Advances both clocks. */
    ClientHistoryBuilder wait(String duration) {
        return advance(duration).waitOnFrozenClock(duration);
    }

    ClientHistoryBuilder waitOnFrozenClock(String duration) {
        realTime = realTime.plus(Duration.parse("PT" + duration));
        return this;
    }

    ClientHistoryBuilder advance(String duration) {
        sandboxTime = sandboxTime.plus(Duration.parse("PT" + duration));
        return this;
    }

    ClientHistoryBuilder interval(String duration) {
        return dialect(new KnownDialect(Duration.parse("PT" + duration), true, true));
    }

    ClientHistoryBuilder dialect(KnownDialect known) {
        dialect = known;
        return this;
    }

    ClientHistoryBuilder callback(CallbackState state, AttemptResult... results) {
        List<CallbackView.PastAttempt> attempts = IntStream.range(0, results.length)
                .mapToObj(i ->
                        new CallbackView.PastAttempt(i + 1, sandboxTime, Optional.empty(), Optional.of(results[i])))
                .toList();
        return callback(state, attempts);
    }

    /** The report does not read what the latest attempt sends. */
    ClientHistoryBuilder callback(CallbackState state, List<CallbackView.PastAttempt> attempts) {
        callbacks.add(new CallbackView(
                TASK,
                TASK,
                "http://receiver/hook",
                Optional.empty(),
                state,
                attempts,
                Optional.empty(),
                Optional.empty(),
                null));
        return this;
    }

    public Report report() {
        return Report.of(new ClientHistory(
                exchanges,
                callbacks,
                sandboxTime,
                name -> dialect,
                task -> Optional.of(tasks.getOrDefault(task, RUNNING)),
                UUID::toString));
    }

    /** The messages of all findings. */
    List<String> messages() {
        return report().findings().stream().map(Finding::message).toList();
    }

    /** The exchanges of the only finding. */
    List<Long> numbers() {
        List<Finding> findings = report().findings();
        if (findings.size() != 1) {
            throw new AssertionError(findings);
        }
        return findings.get(0).exchanges().stream().map(Exchange::number).toList();
    }

    private ClientHistoryBuilder details(
            Optional<UUID> taskId,
            Optional<TaskStatus> reportedStatus,
            List<String> unknownFields,
            boolean isImageExpired) {
        return replaceLast(
                last().duration(),
                last().response(),
                new ExchangeDetails(
                        taskId,
                        reportedStatus,
                        Optional.empty(),
                        unknownFields,
                        unknownFields,
                        List.of(),
                        isImageExpired));
    }

    private ClientHistoryBuilder warned(List<String> warnings, List<String> ignoredHeaders) {
        ExchangeDetails details = last().details();
        return replaceLast(
                last().duration(),
                last().response(),
                new ExchangeDetails(
                        details.taskId(),
                        details.reportedStatus(),
                        details.fault(),
                        warnings,
                        List.of(),
                        ignoredHeaders,
                        false));
    }

    private Exchange last() {
        return exchanges.get(exchanges.size() - 1);
    }

    private ClientHistoryBuilder replaceLast(Duration duration, RecordedResponse response, ExchangeDetails details) {
        Exchange last = last();
        exchanges.set(
                exchanges.size() - 1,
                new Exchange(
                        last.number(),
                        last.at(),
                        last.arrivedAt(),
                        duration,
                        last.dialect(),
                        last.operation(),
                        last.key(),
                        last.request(),
                        response,
                        details));
        return this;
    }
}
