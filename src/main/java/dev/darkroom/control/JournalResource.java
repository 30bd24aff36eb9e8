package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.Dialects;
import dev.darkroom.http.json.Json;
import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.Journal;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What clients sent and got. */
@Path("/_darkroom/journal")
@ControlSecured
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class JournalResource {

    private final ControlScope callers;
    private final Sandboxes sandboxes;
    private final Dialects dialects;

    JournalResource(ControlScope callers, Sandboxes sandboxes, Dialects dialects) {
        this.callers = callers;
        this.sandboxes = sandboxes;
        this.dialects = dialects;
    }

    /**
     * Oldest first: the first ones after {@code since}, or without it the newest ones. Without a key, of all sandboxes, and
     * of those whose key opens none.
     */
    @GET
    public Uni<byte[]> list(@Context UriInfo address, @Context HttpHeaders headers) {
        JournalQuery query = JournalQuery.read(address);
        if (query.patience().isEmpty()) {
            return Uni.createFrom().item(page(headers, query));
        }
        Journal journal = callers.sandbox(headers).journal();
        return arrival(journal, query)
                .ifNoItem()
                .after(query.patience().get())
                .recoverWithItem((Void) null)
                .emitOn(Infrastructure.getDefaultExecutor())
                .map(done -> page(headers, query));
    }

    /** Forgets what is there; without a key, in all sandboxes. */
    @DELETE
    public byte[] clear(@Context UriInfo address, @Context HttpHeaders headers) {
        Parameters.only(address);
        journals(headers).forEach(Journal::clear);
        return page(headers, JournalQuery.ALL);
    }

    /** Completes when as many exchanges as are waited for are there. */
    private static Uni<Void> arrival(Journal journal, JournalQuery query) {
        return Uni.createFrom().emitter(emitter -> {
            AtomicInteger missing = new AtomicInteger(query.count());
            emitter.onTermination(journal.listen(exchange -> {
                if (query.wants(exchange) && missing.decrementAndGet() <= 0) {
                    emitter.complete(null);
                }
            }));
        });
    }

    private byte[] page(HttpHeaders headers, JournalQuery query) {
        List<Exchange> wanted = journals(headers)
                .flatMap(journal -> journal.exchanges().stream())
                .filter(query::wants)
                .sorted(Comparator.comparingLong(Exchange::number))
                .toList();
        List<Exchange> page = query.page(wanted);
        ObjectNode json = Json.object();
        ArrayNode exchanges = json.putArray("exchanges");
        Optional<Sandbox> own = callers.key(headers).map(callers::sandbox);
        page.forEach(exchange -> exchanges.add(ExchangeDescription.of(exchange, own, dialects)));
        long last = page.isEmpty()
                ? query.since().orElse(0L)
                : page.get(page.size() - 1).number();
        json.put("next_since", last)
                .put("dropped", journals(headers).mapToLong(Journal::dropped).sum());
        return Json.write(json);
    }

    private Stream<Journal> journals(HttpHeaders headers) {
        Stream<Journal> visible = callers.visible(headers).stream().map(Sandbox::journal);
        return callers.key(headers).isPresent()
                ? visible
                : Stream.concat(visible, Stream.of(sandboxes.unauthenticatedJournal()));
    }
}
