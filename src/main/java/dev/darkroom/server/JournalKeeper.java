package dev.darkroom.server;

import dev.darkroom.access.ApiKey;
import dev.darkroom.dialect.Bearer;
import dev.darkroom.dialect.Call;
import dev.darkroom.dialect.Dialect;
import dev.darkroom.journal.Answer;
import dev.darkroom.journal.Body;
import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.Header;
import dev.darkroom.journal.Journal;
import dev.darkroom.journal.Request;
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
class JournalKeeper {

    private static final int AFTER_DOORS = Doors.BEFORE_ALL_OTHERS - 1;

    private final Provider<Sandboxes> sandboxes;
    private final KeptHeaders kept;

    /** @param sandboxes asked for late, for filters are made before the settings are known to be right */
    JournalKeeper(Provider<Sandboxes> sandboxes, KeptHeaders kept) {
        this.sandboxes = sandboxes;
        this.kept = kept;
    }

    void install(@Observes Filters filters) {
        filters.register(this::open, AFTER_DOORS);
    }

    private void open(RoutingContext context) {
        if (context.get(Doors.DIALECT) != null) {
            Call.begin(context);
            context.addHeadersEndHandler(head -> begun(context));
            context.addEndHandler(end -> givenUp(context));
        }
        context.next();
    }

    private void begun(RoutingContext context) {
        if (!Call.of(context).isLate()) {
            answered(context, context.response().getStatusCode());
        }
    }

    /** @param status 0 when none is sent */
    void answered(RoutingContext context, int status) {
        Call call = Call.of(context);
        if (call.goesIntoJournal()) {
            write(context, call, status, call.isWhole() && status > 0);
        }
    }

    /** Its client went away before it was answered, or in the midst of it. */
    private void givenUp(RoutingContext context) {
        Call call = Call.of(context);
        if (call.goesIntoJournal()) {
            write(context, call, call.isLate() ? context.response().getStatusCode() : 0, false);
        }
    }

    private void write(RoutingContext context, Call call, int status, boolean isWhole) {
        Optional<ApiKey> key = key(context, call);
        if (call.sandbox().isEmpty()) {
            key.flatMap(found -> openedBy(found, context.get(Doors.DIALECT))).ifPresent(call::belongsTo);
        }
        Journal journal = call.sandbox()
                .map(Sandbox::journal)
                .orElseGet(() -> sandboxes.get().strangers());
        if (journal.isKept()) {
            Request request = new Request(
                    context.request().method().name(),
                    path(context, key),
                    headers(context.request().headers()),
                    withoutKey(call.sent(), key));
            Answer answer = status == 0
                    ? Answer.NONE
                    : new Answer(status, told(context.response().headers()), withoutKey(call.answer(), key), isWhole);
            Dialect dialect = context.get(Doors.DIALECT);
            journal.append(number -> new Exchange(
                    number,
                    call.at().orElse(call.arrivedAt()),
                    call.arrivedAt(),
                    call.age(),
                    dialect.name(),
                    call.operation(),
                    key.map(ApiKey::masked),
                    request,
                    answer,
                    call.facts()));
        }
    }

    /** What was turned away before anybody looked at its key belongs to it all the same. */
    private Optional<Sandbox> openedBy(ApiKey key, Dialect dialect) {
        try {
            boolean matters =
                    sandboxes.get().strangers().isKept() && dialect.keyFlaw(key).isEmpty();
            return matters ? sandboxes.get().openedBy(key) : Optional.empty();
        } catch (TooManySandboxes e) {
            return Optional.empty();
        }
    }

    /** As the client wrote it, whichever door it came in by, but for its key. */
    private static String path(RoutingContext context, Optional<ApiKey> key) {
        String asked = context.get(Doors.ASKED);
        String path = asked == null ? context.request().uri() : asked;
        return key.map(secret -> secret.hiddenIn(path)).orElse(path);
    }

    private static Body withoutKey(Body body, Optional<ApiKey> key) {
        return key.filter(ApiKey::isSecret)
                .map(secret -> body.without(secret.value(), secret.masked()))
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

    private static Optional<ApiKey> key(RoutingContext context, Call call) {
        return call.sandbox()
                .map(Sandbox::key)
                .or(() -> Bearer.read(context.request().headers().getAll("Authorization")) instanceof Bearer.Key found
                        ? Optional.of(found.key())
                        : Optional.empty());
    }
}
