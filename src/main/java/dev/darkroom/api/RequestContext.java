package dev.darkroom.api;

import dev.darkroom.chaos.InjectedFault;
import dev.darkroom.chaos.Operation;
import dev.darkroom.chaos.fault.Fault;
import dev.darkroom.journal.ExchangeDetails;
import dev.darkroom.journal.RecordedBody;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.AcceptResult;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * A client's request on its way through a front door: what the door notes about it for the journal, and what shall become
 * of its answer. One event loop has it at a time.
 */
public final class RequestContext {

    private static final String KEY = RequestContext.class.getName();

    private Optional<Sandbox> sandbox = Optional.empty();
    private Optional<Operation> operation = Optional.empty();
    private Optional<Instant> at = Optional.empty();
    private Optional<UUID> taskId = Optional.empty();
    private Optional<TaskStatus> reportedStatus = Optional.empty();
    private Optional<String> fault = Optional.empty();
    private Optional<InjectedFault<? extends Fault>> injected = Optional.empty();
    private Optional<CompletionStage<Void>> responseBarrier = Optional.empty();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private List<String> warnings = List.of();
    private List<String> unknownFields = List.of();
    private boolean isExpired;
    private boolean isWhole = true;
    private boolean isWritten;
    private boolean isLate;
    private final long began = System.nanoTime();
    private final Instant arrivedAt = Instant.now();
    private RecordedBody sent = RecordedBody.NONE;
    private RecordedBody answer = RecordedBody.NONE;

    /** The call that a request is, which it is once it has come through a front door. */
    public static RequestContext of(RoutingContext context) {
        return context.get(KEY);
    }

    /** Notes all about this request from now on. */
    public static RequestContext begin(RoutingContext context) {
        RequestContext call = new RequestContext();
        context.put(KEY, call);
        return call;
    }

    public void setOperation(Operation operation) {
        this.operation = Optional.of(operation);
    }

    public void setSandbox(Sandbox sandbox) {
        this.sandbox = Optional.of(sandbox);
        this.at = Optional.of(sandbox.now());
    }

    /** @param body of the request */
    public void sent(byte[] body) {
        sent = RecordedBody.of(body);
    }

    /** @param body of the answer */
    public void answered(RecordedBody body) {
        answer = body;
    }

    public void setTaskId(UUID taskId) {
        this.taskId = Optional.of(taskId);
    }

    /** A task has been made. Where its client is to be called back first, the answer waits for that. */
    public void takes(AcceptResult.Accepted accepted, Sandbox of) {
        setTaskId(accepted.task().id());
        accepted.fault().ifPresent(this::addFault);
        if (accepted.isEarly()) {
            CompletableFuture<Void> calledBack = new CompletableFuture<>();
            of.callbacks().whenDone(() -> calledBack.complete(null));
            responseBarrier = Optional.of(calledBack);
        }
    }

    /** The client is told how a task stands. */
    public void setReportedTask(TaskView task) {
        taskId = Optional.of(task.id());
        reportedStatus = Optional.of(task.status());
    }

    /** @param name of what spoils the answer or the task that it is about; there may be two */
    public void addFault(String name) {
        fault = Optional.of(fault.filter(other -> !other.equals(name))
                .map(other -> other + ExchangeDetails.FAULT_SEPARATOR + name)
                .orElse(name));
    }

    /** The answer shall be spoilt. */
    public void plant(InjectedFault<? extends Fault> fault) {
        injected = Optional.of(fault);
        addFault(fault.name());
    }

    /** Something in the request will not do what its author seems to expect: one sentence each. */
    public void warn(List<String> sentences) {
        if (!sentences.isEmpty()) {
            warnings = Stream.concat(warnings.stream(), withoutKey(sentences).stream())
                    .toList();
        }
    }

    /** The same about fields that the API does not have. */
    public void warnAboutFields(List<String> sentences) {
        unknownFields = withoutKey(sentences);
        warn(sentences);
    }

    /** They may quote what a client has sent, and are kept in the journal. */
    private List<String> withoutKey(List<String> sentences) {
        return sandbox.map(own -> sentences.stream().map(own.key()::hiddenIn).toList())
                .orElse(sentences);
    }

    /** A header that goes with the answer, whatever it is. */
    public void header(String name, String value) {
        headers.put(name, value);
    }

    /** Not all of the answer is sent. */
    public void markTruncated() {
        isWhole = false;
    }

    /** The answer takes its time, and goes into the journal when it is over. */
    public void deferJournalEntry() {
        isLate = true;
    }

    public boolean isLate() {
        return isLate;
    }

    /** @return false when the journal has it already */
    public boolean claimJournalEntry() {
        boolean isFirst = !isWritten;
        isWritten = true;
        return isFirst;
    }

    /** The picture was there once. */
    public void markImageExpired() {
        isExpired = true;
    }

    public Optional<InjectedFault<? extends Fault>> injected() {
        return injected;
    }

    /** What has to happen before the answer is sent. */
    public Optional<CompletionStage<Void>> responseBarrier() {
        return responseBarrier;
    }

    public Optional<String> fault() {
        return fault;
    }

    public Optional<Sandbox> sandbox() {
        return sandbox;
    }

    public Optional<Operation> operation() {
        return operation;
    }

    /** When it arrived, on its sandbox' clock; empty when it has none. */
    public Optional<Instant> at() {
        return at;
    }

    /** When it arrived, in real time. */
    public Instant arrivedAt() {
        return arrivedAt;
    }

    /** How long ago that is. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    public boolean isWhole() {
        return isWhole;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public List<String> warnings() {
        return warnings;
    }

    public RecordedBody sent() {
        return sent;
    }

    public RecordedBody answer() {
        return answer;
    }

    public ExchangeDetails facts() {
        return new ExchangeDetails(taskId, reportedStatus, fault, warnings, unknownFields, isExpired);
    }
}
