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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What a client did, told from its beginning to its end. An answer takes no time unless it is said to, and between two
 * requests passes what is said to pass.
 */
public final class ClientHistoryBuilder {

    public static final UUID TASK = UUID.fromString("397ce9f2-c04e-4244-ac33-3af19a7cc297");
    public static final UUID OTHER = UUID.fromString("57c8772c-f834-46f3-9b7d-81f92e104050");

    private static final Instant BEGINNING = Instant.parse("2026-11-20T10:00:00Z");

    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<CallbackView> callbacks = new ArrayList<>();
    private Instant shown = BEGINNING;
    private Instant real = BEGINNING;
    private Duration interval = Duration.ofSeconds(1);

    public ClientHistoryBuilder request(Optional<Operation> operation, String method, String path, String body, int status) {
        exchanges.add(new Exchange(
                exchanges.size() + 1L,
                shown,
                real,
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

    ClientHistoryBuilder made(UUID taskId) {
        return facts(Optional.of(taskId), last().facts().told(), List.of(), false);
    }

    ClientHistoryBuilder poll(UUID taskId, int status) {
        return request(Optional.of(Operation.POLL), "GET", "/v1/tasks/" + taskId, "", status);
    }

    ClientHistoryBuilder poll(TaskStatus told) {
        return poll(TASK, 200).facts(Optional.of(TASK), Optional.of(told), List.of(), false);
    }

    ClientHistoryBuilder fetch(String path) {
        return request(Optional.of(Operation.FILE), "GET", path, "", 404)
                .facts(Optional.of(TASK), Optional.empty(), List.of(), true);
    }

    ClientHistoryBuilder unknown(String... fields) {
        return facts(last().facts().taskId(), Optional.empty(), List.of(fields), false);
    }

    ClientHistoryBuilder fault(String name) {
        ExchangeDetails facts = last().facts();
        return replaceLast(
                last().duration(),
                last().answer(),
                new ExchangeDetails(
                        facts.taskId(),
                        facts.told(),
                        Optional.of(name),
                        List.of(),
                        facts.unknownFields(),
                        facts.isExpired()));
    }

    ClientHistoryBuilder cut() {
        RecordedResponse answer = last().answer();
        return replaceLast(
                last().duration(),
                new RecordedResponse(answer.status(), answer.headers(), answer.body(), false),
                last().facts());
    }

    ClientHistoryBuilder retryAfter(String value) {
        RecordedResponse answer = last().answer();
        List<Header> headers = List.of(new Header("retry-after", value));
        return replaceLast(
                last().duration(), new RecordedResponse(answer.status(), headers, answer.body(), true), last().facts());
    }

    ClientHistoryBuilder taking(String duration) {
        return replaceLast(Duration.parse("PT" + duration), last().answer(), last().facts());
    }

    /** Both clocks go on. */
    ClientHistoryBuilder wait(String duration) {
        return advance(duration).waitOnFrozenClock(duration);
    }

    ClientHistoryBuilder waitOnFrozenClock(String duration) {
        real = real.plus(Duration.parse("PT" + duration));
        return this;
    }

    ClientHistoryBuilder advance(String duration) {
        shown = shown.plus(Duration.parse("PT" + duration));
        return this;
    }

    ClientHistoryBuilder interval(String duration) {
        interval = Duration.parse("PT" + duration);
        return this;
    }

    ClientHistoryBuilder callback(CallbackState state, AttemptResult... results) {
        List<CallbackView.Try> attempts = IntStream.range(0, results.length)
                .mapToObj(i -> new CallbackView.Try(i + 1, shown, Optional.empty(), Optional.of(results[i])))
                .toList();
        return callback(state, attempts);
    }

    ClientHistoryBuilder callback(CallbackState state, List<CallbackView.Try> attempts) {
        callbacks.add(
                new CallbackView(TASK, "http://receiver/hook", state, attempts, Optional.empty(), Optional.empty()));
        return this;
    }

    public Report report() {
        return Report.of(new ClientHistory(
                exchanges, callbacks, dialect -> interval, task -> Optional.of("some-dialect"), UUID::toString));
    }

    /** What the client did wrong, in words. */
    List<String> messages() {
        return report().findings().stream().map(Finding::message).toList();
    }

    /** In which exchanges it did its only wrong. */
    List<Long> numbers() {
        List<Finding> findings = report().findings();
        if (findings.size() != 1) {
            throw new AssertionError(findings);
        }
        return findings.get(0).exchanges().stream().map(Exchange::number).toList();
    }

    private ClientHistoryBuilder facts(
            Optional<UUID> taskId, Optional<TaskStatus> told, List<String> unknownFields, boolean isExpired) {
        return replaceLast(
                last().duration(),
                last().answer(),
                new ExchangeDetails(taskId, told, Optional.empty(), unknownFields, unknownFields, isExpired));
    }

    private Exchange last() {
        return exchanges.get(exchanges.size() - 1);
    }

    private ClientHistoryBuilder replaceLast(Duration duration, RecordedResponse answer, ExchangeDetails facts) {
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
                        answer,
                        facts));
        return this;
    }
}
