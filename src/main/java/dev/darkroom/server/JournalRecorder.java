package dev.darkroom.server;

import dev.darkroom.access.ApiKey;
import dev.darkroom.access.redaction.Redaction;
import dev.darkroom.api.Dialect;
import dev.darkroom.api.RequestContext;
import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.ExchangeDetails;
import dev.darkroom.journal.Journal;
import dev.darkroom.journal.RecordedRequest;
import dev.darkroom.journal.RecordedResponse;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import dev.darkroom.server.log.RequestLog;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Records requests and responses in the journals and in the log, with their secrets masked. It records an exchange just
 * before the response is sent, so that a client that has received the response finds the exchange in the journal.
 */
@Singleton
class JournalRecorder {

    private final Provider<Sandboxes> sandboxes;
    private final ExchangeRedaction redactions;
    private final RequestLog log;

    /** @param sandboxes resolved on use, because filters are created before the settings are validated */
    JournalRecorder(Provider<Sandboxes> sandboxes, ExchangeRedaction redactions, RequestLog log) {
        this.sandboxes = sandboxes;
        this.redactions = redactions;
        this.log = log;
    }

    void install(@Observes Filters filters) {
        filters.register(this::open, FilterOrder.JOURNAL.priority());
    }

    private void open(RoutingContext context) {
        if (context.get(DialectRouter.DIALECT) != null) {
            RequestContext.open(context, context.get(DialectRouter.DIALECT));
            context.addHeadersEndHandler(headers -> recordUnlessDeferred(context));
            context.addEndHandler(end -> recordAborted(context));
        }
        context.next();
    }

    private void recordUnlessDeferred(RoutingContext context) {
        if (!RequestContext.of(context).isJournalEntryDeferred()) {
            record(context, context.response().getStatusCode());
        }
    }

    /**
     * Records an exchange, unless it has been recorded already.
     *
     * @param status 0 if no response is sent
     */
    void record(RoutingContext context, int status) {
        RequestContext request = RequestContext.of(context);
        if (request.claimJournalEntry()) {
            append(context, request, status, request.isResponseWhole() && status > 0);
        }
    }

    /** Records an exchange whose client disconnected before the whole response was sent. */
    private void recordAborted(RoutingContext context) {
        RequestContext request = RequestContext.of(context);
        if (request.claimJournalEntry()) {
            append(
                    context,
                    request,
                    request.isJournalEntryDeferred() ? context.response().getStatusCode() : 0,
                    false);
        }
    }

    private void append(RoutingContext context, RequestContext request, int status, boolean isComplete) {
        Optional<ApiKey> key = key(request);
        if (request.sandbox().isEmpty()) {
            key.flatMap(found -> authenticate(found, context.get(DialectRouter.DIALECT)))
                    .ifPresent(request::setSandbox);
        }
        Journal journal = request.sandbox()
                .map(Sandbox::journal)
                .orElseGet(() -> sandboxes.get().unauthenticatedJournal());
        if (journal.isEnabled()) {
            Redaction redaction = redactions.with(key);
            DialectRouter.restoreHeaders(context);
            RecordedRequest recorded = new RecordedRequest(
                    redaction.text(context.request().method().name()),
                    redaction.text(SentPath.uri(context)),
                    redactions.requestHeaders(context.request().headers(), redaction),
                    request.body().recorded().redacted(redaction));
            RecordedResponse response = status == 0
                    ? RecordedResponse.NONE
                    : new RecordedResponse(
                            status,
                            redactions.responseHeaders(context.response().headers(), redaction),
                            request.responseBody().redacted(redaction),
                            isComplete);
            ExchangeDetails details = request.details().redacted(redaction);
            Dialect dialect = context.get(DialectRouter.DIALECT);
            journal.append(number -> new Exchange(
                    number,
                    request.sandboxTime().orElse(request.arrivedAt()),
                    request.arrivedAt(),
                    request.age(),
                    dialect.name(),
                    request.operation(),
                    key.map(ApiKey::masked),
                    recorded,
                    response,
                    details));
        }
        log.log(request, key, SentPath.uri(context), status, isComplete);
    }

    /** Finds the sandbox of a request that was rejected before its key was checked. */
    private Optional<Sandbox> authenticate(ApiKey key, Dialect dialect) {
        boolean mayHaveSandbox = sandboxes.get().unauthenticatedJournal().isEnabled()
                && dialect.keyError(key).isEmpty();
        return mayHaveSandbox ? sandboxes.get().authenticate(key, dialect.name()) : Optional.empty();
    }

    private static Optional<ApiKey> key(RequestContext request) {
        return request.sandbox().map(Sandbox::key).or(request::key);
    }
}
