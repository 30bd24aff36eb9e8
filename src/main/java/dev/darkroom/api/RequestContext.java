package dev.darkroom.api;

import dev.darkroom.access.ApiKey;
import dev.darkroom.chaos.InjectedFault;
import dev.darkroom.chaos.Operation;
import dev.darkroom.chaos.fault.ResponseFault;
import dev.darkroom.http.BearerToken;
import dev.darkroom.journal.ExchangeDetails;
import dev.darkroom.journal.RecordedBody;
import dev.darkroom.ledger.Credits;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.AcceptResult;
import dev.darkroom.task.TaskMarks;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import io.vertx.core.http.HttpMethod;
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
 * One request to a vendor's API while it is processed: what it asks for, what the journal records about it, and what
 * happens to its response. Each processing step receives it.
 * Not safe for use by several threads; the request's event loop owns it.
 */
public final class RequestContext {

    private static final String KEY = RequestContext.class.getName();

    private final RoutingContext exchange;
    private final Dialect dialect;
    private final long openedNanos = System.nanoTime();
    private final Instant arrivedAt = Instant.now();
    private final ReceivedBody body = new ReceivedBody();
    private final Map<String, String> responseHeaders = new LinkedHashMap<>();
    private BearerToken bearerToken;
    private Optional<Sandbox> sandbox = Optional.empty();
    private Optional<Operation> operation = Optional.empty();
    private Optional<Instant> sandboxTime = Optional.empty();
    private Optional<UUID> taskId = Optional.empty();
    private Optional<TaskStatus> reportedStatus = Optional.empty();
    private Optional<Credits> held = Optional.empty();
    private Optional<String> taskFault = Optional.empty();
    private Optional<InjectedFault<? extends ResponseFault>> injectedFault = Optional.empty();
    private final ResponseBarrier responseBarrier = new ResponseBarrier();
    private List<String> warnings = List.of();
    private List<String> unknownFields = List.of();
    private List<String> ignoredHeaders = List.of();
    private boolean isImageExpired;
    private boolean isResponseWhole = true;
    private boolean isJournaled;
    private boolean isJournalEntryDeferred;
    private RecordedBody responseBody = RecordedBody.NONE;

    private RequestContext(RoutingContext exchange, Dialect dialect) {
        this.exchange = exchange;
        this.dialect = dialect;
    }

    /** The context of a request; null if {@link #open} has not been called for it. */
    public static RequestContext of(RoutingContext exchange) {
        return exchange.get(KEY);
    }

    /** Opens the context of a request that the router has given to a dialect. */
    public static RequestContext open(RoutingContext exchange, Dialect dialect) {
        RequestContext context = new RequestContext(exchange, dialect);
        exchange.put(KEY, context);
        return context;
    }

    public RoutingContext exchange() {
        return exchange;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** As {@link Dialect#bearerToken}, read on first use. */
    public BearerToken bearerToken() {
        if (bearerToken == null) {
            bearerToken = dialect.bearerToken(exchange.request().headers());
        }
        return bearerToken;
    }

    /** The key that the client sent; empty without a readable one. */
    public Optional<ApiKey> key() {
        return bearerToken() instanceof BearerToken.Key found ? Optional.of(found.key()) : Optional.empty();
    }

    /** The {@code Content-Type} header; null without one. */
    public String contentType() {
        return exchange.request().getHeader("Content-Type");
    }

    public boolean isHead() {
        return exchange.request().method() == HttpMethod.HEAD;
    }

    public void setOperation(Operation operation) {
        this.operation = Optional.of(operation);
    }

    public void setSandbox(Sandbox sandbox) {
        this.sandbox = Optional.of(sandbox);
        this.sandboxTime = Optional.of(sandbox.now());
    }

    /** The body of the request. */
    public ReceivedBody body() {
        return body;
    }

    public void setResponseBody(RecordedBody body) {
        responseBody = body;
    }

    public void setTaskId(UUID taskId) {
        this.taskId = Optional.of(taskId);
    }

    /** Sets the task that the request created. If its callback must arrive before the response, the response waits. */
    public void setAccepted(AcceptResult.Accepted accepted) {
        setTaskId(accepted.task().id());
        taskFault = accepted.task().fault();
        held = Optional.of(accepted.task().spec().price());
        if (accepted.hasEarlyCallback()) {
            CompletableFuture<Void> delivered = new CompletableFuture<>();
            sandbox.orElseThrow().callbacks().whenDone(() -> delivered.complete(null));
            delayResponseUntil(delivered);
        }
    }

    /** Delays the response until this stage and those of earlier calls have completed. */
    void delayResponseUntil(CompletionStage<Void> stage) {
        responseBarrier.add(stage);
    }

    /** Sets the task whose status the response reports. */
    public void setReportedTask(TaskView task) {
        taskId = Optional.of(task.id());
        reportedStatus = Optional.of(task.status());
        taskFault = task.fault();
    }

    /** The task that the request is about or has created. */
    public Optional<UUID> taskId() {
        return taskId;
    }

    /** Sets the names of the rules and triggers that change the task that the response is about. */
    public void setTaskFault(Optional<String> names) {
        taskFault = names;
    }

    /** Sets the fault to apply to the response. */
    public void setInjectedFault(InjectedFault<? extends ResponseFault> fault) {
        injectedFault = Optional.of(fault);
    }

    /** Adds warnings about parts of the request that do not have the effect that the client seems to expect. */
    public void warn(List<String> sentences) {
        if (!sentences.isEmpty()) {
            warnings = Stream.concat(warnings.stream(), sentences.stream()).toList();
        }
    }

    /** Adds warnings about fields that the API does not have. */
    public void warnAboutUnknownFields(List<String> sentences) {
        unknownFields = sentences;
        warn(sentences);
    }

    /** Adds warnings about headers that the API ignores. */
    public void warnAboutIgnoredHeaders(List<String> sentences) {
        ignoredHeaders = sentences;
        warn(sentences);
    }

    /** Sets a header of the response, whatever its status. */
    public void setResponseHeader(String name, String value) {
        responseHeaders.put(name, value);
    }

    /** Runs an action once the response has been sent, or the connection has been closed. */
    public void onEnd(Runnable action) {
        exchange.addEndHandler(end -> action.run());
    }

    /** Records that the client does not receive the whole response. */
    public void markTruncated() {
        isResponseWhole = false;
    }

    /** Leaves the journal entry to the sender of a slow or streamed response. */
    public void deferJournalEntry() {
        isJournalEntryDeferred = true;
    }

    public boolean isJournalEntryDeferred() {
        return isJournalEntryDeferred;
    }

    /** Claims the only journal entry of this exchange; false if it has been claimed already. */
    public boolean claimJournalEntry() {
        boolean isFirst = !isJournaled;
        isJournaled = true;
        return isFirst;
    }

    /** Records that the requested image existed and has expired. */
    public void markImageExpired() {
        isImageExpired = true;
    }

    public Optional<InjectedFault<? extends ResponseFault>> injectedFault() {
        return injectedFault;
    }

    /** Completes when the response may be sent; empty if it need not wait. */
    public Optional<CompletionStage<Void>> responseBarrier() {
        return responseBarrier.pending();
    }

    /** The value of {@code Darkroom-Fault}: the rules and triggers that change the response, then those of its task. */
    public Optional<String> faultNames() {
        Optional<String> ofResponse = injectedFault.map(InjectedFault::name);
        return ofResponse.isEmpty() || taskFault.isEmpty() || ofResponse.equals(taskFault)
                ? ofResponse.or(() -> taskFault)
                : Optional.of(ofResponse.get() + TaskMarks.SEPARATOR + taskFault.get());
    }

    public Optional<Sandbox> sandbox() {
        return sandbox;
    }

    /** What was held for the task that the request created; empty if it created none. */
    public Optional<Credits> held() {
        return held;
    }

    public Optional<Operation> operation() {
        return operation;
    }

    /** When the sandbox was found, on its clock; empty without a sandbox. */
    public Optional<Instant> sandboxTime() {
        return sandboxTime;
    }

    /** When the request arrived, in real time. */
    public Instant arrivedAt() {
        return arrivedAt;
    }

    /** The real time since the request arrived. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - openedNanos);
    }

    public boolean isResponseWhole() {
        return isResponseWhole;
    }

    public Map<String, String> responseHeaders() {
        return responseHeaders;
    }

    public List<String> warnings() {
        return warnings;
    }

    public RecordedBody responseBody() {
        return responseBody;
    }

    public ExchangeDetails details() {
        return new ExchangeDetails(
                taskId, reportedStatus, faultNames(), warnings, unknownFields, ignoredHeaders, isImageExpired);
    }
}
