package dev.darkroom.server;

import dev.darkroom.access.ApiKey;
import dev.darkroom.api.Dialect;
import dev.darkroom.api.RequestContext;
import dev.darkroom.http.BearerToken;
import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.Header;
import dev.darkroom.journal.Journal;
import dev.darkroom.journal.RecordedBody;
import dev.darkroom.journal.RecordedRequest;
import dev.darkroom.journal.RecordedResponse;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import dev.darkroom.sandbox.TooManySandboxes;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes what clients send and get into the journals. An exchange is written just before its answer goes out, so that who
 * has the answer finds it there.
 */
@ApplicationScoped
class JournalRecorder {

    private static final int AFTER_DOORS = DialectRouter.BEFORE_ALL_OTHERS - 1;

    private final Provider<Sandboxes> sandboxes;
    private final HeaderRedaction kept;

    /** @param sandboxes asked for late, for filters are made before the settings are known to be right */
    JournalRecorder(Provider<Sandboxes> sandboxes, HeaderRedaction kept) {
        this.sandboxes = sandboxes;
        this.kept = kept;
    }

    void install(@Observes Filters filters) {
        filters.register(this::open, AFTER_DOORS);
    }

    private void open(RoutingContext context) {
        if (context.get(DialectRouter.DIALECT) != null) {
            RequestContext.open(context, context.get(DialectRouter.DIALECT));
            context.addHeadersEndHandler(head -> begun(context));
            context.addEndHandler(end -> givenUp(context));
        }
        context.next();
    }

    private void begun(RoutingContext context) {
        if (!RequestContext.of(context).isJournalEntryDeferred()) {
            answered(context, context.response().getStatusCode());
        }
    }

    /** @param status 0 when none is sent */
    void answered(RoutingContext context, int status) {
        RequestContext call = RequestContext.of(context);
        if (call.claimJournalEntry()) {
            write(context, call, status, call.isResponseWhole() && status > 0);
        }
    }

    /** Its client went away before it was answered, or in the midst of it. */
    private void givenUp(RoutingContext context) {
        RequestContext call = RequestContext.of(context);
        if (call.claimJournalEntry()) {
            write(
                    context,
                    call,
                    call.isJournalEntryDeferred() ? context.response().getStatusCode() : 0,
                    false);
        }
    }

    private void write(RoutingContext context, RequestContext call, int status, boolean isWhole) {
        Optional<ApiKey> key = key(context, call);
        if (call.sandbox().isEmpty()) {
            key.flatMap(found -> authenticate(found, context.get(DialectRouter.DIALECT)))
                    .ifPresent(call::setSandbox);
        }
        Journal journal = call.sandbox()
                .map(Sandbox::journal)
                .orElseGet(() -> sandboxes.get().unauthenticatedJournal());
        if (journal.isEnabled()) {
            RecordedRequest request = new RecordedRequest(
                    context.request().method().name(),
                    path(context, key),
                    headers(context.request().headers()),
                    withoutKey(call.requestBody(), key));
            RecordedResponse answer = status == 0
                    ? RecordedResponse.NONE
                    : new RecordedResponse(
                            status, told(context.response().headers()), withoutKey(call.responseBody(), key), isWhole);
            Dialect dialect = context.get(DialectRouter.DIALECT);
            journal.append(number -> new Exchange(
                    number,
                    call.sandboxTime().orElse(call.arrivedAt()),
                    call.arrivedAt(),
                    call.age(),
                    dialect.name(),
                    call.operation(),
                    key.map(ApiKey::masked),
                    request,
                    answer,
                    call.details()));
        }
    }

    /** What was turned away before anybody looked at its key belongs to it all the same. */
    private Optional<Sandbox> authenticate(ApiKey key, Dialect dialect) {
        try {
            boolean matters = sandboxes.get().unauthenticatedJournal().isEnabled()
                    && dialect.keyError(key).isEmpty();
            return matters ? sandboxes.get().authenticate(key, dialect.name()) : Optional.empty();
        } catch (TooManySandboxes e) {
            return Optional.empty();
        }
    }

    /** As the client wrote it, whichever door it came in by, but for its key. */
    private static String path(RoutingContext context, Optional<ApiKey> key) {
        String asked = context.get(DialectRouter.ASKED);
        String path = asked == null ? context.request().uri() : asked;
        return key.map(secret -> secret.hiddenIn(path)).orElse(path);
    }

    private static RecordedBody withoutKey(RecordedBody body, Optional<ApiKey> key) {
        return key.filter(ApiKey::isSecret)
                .map(secret -> body.masked(secret.value(), secret.masked()))
                .orElse(body);
    }

    private static List<Header> told(MultiMap headers) {
        List<Header> all = new ArrayList<>(headers.size());
        for (Map.Entry<String, String> header : headers) {
            all.add(new Header(header.getKey(), header.getValue()));
        }
        return all;
    }

    private List<Header> headers(MultiMap headers) {
        List<Header> all = new ArrayList<>(headers.size());
        for (Map.Entry<String, String> header : headers) {
            all.add(kept.of(header.getKey(), header.getValue()));
        }
        return all;
    }

    private static Optional<ApiKey> key(RoutingContext context, RequestContext call) {
        return call.sandbox()
                .map(Sandbox::key)
                .or(() -> BearerToken.read(context.request().headers().getAll("Authorization"))
                                instanceof BearerToken.Key found
                        ? Optional.of(found.key())
                        : Optional.empty());
    }
}
