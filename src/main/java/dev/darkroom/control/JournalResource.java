package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.Dialects;
import dev.darkroom.control.PlainText.Format;
import dev.darkroom.http.json.Json;
import dev.darkroom.journal.Journal;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The exchanges between clients and vendors' APIs. */
@Path("/_darkroom/journal")
@ControlSecured
@NonBlocking
@Consumes(MediaType.WILDCARD)
public class JournalResource {

    private final ControlScope scope;
    private final Sandboxes sandboxes;
    private final Dialects dialects;
    private final ControlExecutor executor;

    JournalResource(ControlScope scope, Sandboxes sandboxes, Dialects dialects, ControlExecutor executor) {
        this.executor = executor;
        this.scope = scope;
        this.sandboxes = sandboxes;
        this.dialects = dialects;
    }

    /**
     * The exchanges, oldest first: the first ones after {@code since} or, without it, the newest. Without a key, the
     * exchanges of all sandboxes and those that had no valid key.
     */
    @GET
    public Uni<Response> list(@Context UriInfo uri, @Context HttpHeaders headers) {
        JournalQuery query = JournalQuery.read(uri);
        if (query.maxWait().isEmpty()) {
            return submit(headers, query);
        }
        Journal journal = scope.sandbox(headers).journal();
        return arrival(journal, query)
                .ifNoItem()
                .after(query.maxWait().get())
                .recoverWithItem((Void) null)
                .chain(done -> submit(headers, query));
    }

    /** Removes all exchanges; without a key, in all sandboxes. */
    @DELETE
    public Uni<Response> clear(@Context HttpHeaders headers) {
        journals(headers).forEach(Journal::clear);
        return submit(headers, JournalQuery.ALL);
    }

    /** Completes when {@code count} matching exchanges have arrived. */
    private static Uni<Void> arrival(Journal journal, JournalQuery query) {
        return Uni.createFrom().emitter(emitter -> {
            AtomicInteger remaining = new AtomicInteger(query.count());
            emitter.onTermination(journal.listen(exchange -> {
                if (query.matches(exchange) && remaining.decrementAndGet() <= 0) {
                    emitter.complete(null);
                }
            }));
        });
    }

    private Uni<Response> submit(HttpHeaders headers, JournalQuery query) {
        return executor.submit(scope.key(headers), () -> response(headers, query));
    }

    private Response response(HttpHeaders headers, JournalQuery query) {
        List<JournalPage.Found> matching = journals(headers)
                .flatMap(journal -> journal.exchanges().stream()
                        .filter(query::matches)
                        .map(exchange -> new JournalPage.Found(journal, exchange.number(), exchange.bytes())))
                .sorted(Comparator.comparingLong(JournalPage.Found::number))
                .toList();
        List<JournalPage.Found> page = List.copyOf(query.page(matching));
        if (query.format() == Format.TEXT) {
            return PlainText.response(200, lines(page, query.detail()));
        }
        Optional<Sandbox> sandbox = scope.key(headers).map(scope::sandbox);
        long last = page.isEmpty()
                ? query.since().orElse(0L)
                : page.get(page.size() - 1).number();
        ObjectNode tail = Json.object()
                .put("next_since", last)
                .put("dropped", journals(headers).mapToLong(Journal::dropped).sum());
        JsonList list = new JsonList(
                Json.object(),
                "exchanges",
                new JournalPage(page, exchange -> ExchangeDescription.of(exchange, query.detail(), sandbox, dialects)),
                () -> tail);
        return Response.ok(list, MediaType.APPLICATION_JSON_TYPE).build();
    }

    private static List<String> lines(List<JournalPage.Found> page, Detail detail) {
        return page.isEmpty()
                ? List.of("The journal has no such exchange.")
                : page.stream()
                        .flatMap(found -> found.journal().find(found.number()).stream())
                        .flatMap(exchange -> JournalText.lines(exchange, detail).stream())
                        .toList();
    }

    private Stream<Journal> journals(HttpHeaders headers) {
        Stream<Journal> journals = scope.visibleSandboxes(headers).stream().map(Sandbox::journal);
        return scope.key(headers).isPresent()
                ? journals
                : Stream.concat(journals, Stream.of(sandboxes.unauthenticatedJournal()));
    }
}
