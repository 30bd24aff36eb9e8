package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.Dialects;
import dev.darkroom.http.json.Json;
import dev.darkroom.ledger.CombinedTotals;
import dev.darkroom.ledger.Entry;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.SandboxLedger;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The newest ledger entries, of all tasks or of one, oldest first; without a key, only the totals of all sandboxes. */
@Path("/_darkroom/ledger")
@ControlSecured
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
public class LedgerResource {

    private static final int MAX_LIMIT = 100_000;

    private final ControlScope scope;
    private final Dialects dialects;
    private final ControlExecutor executor;

    LedgerResource(ControlScope scope, Dialects dialects, ControlExecutor executor) {
        this.scope = scope;
        this.dialects = dialects;
        this.executor = executor;
    }

    /** @param taskId selects the entries of one task, and requires a key */
    @GET
    public Uni<Response> read(
            @Context HttpHeaders headers,
            @QueryParam("task_id") String taskId,
            @QueryParam("limit") @DefaultValue("10000") String limit) {
        int maxEntries = Parameters.number("limit", limit, 1, MAX_LIMIT);
        if (taskId != null) {
            UUID task = Parameters.taskId("task_id", taskId);
            Sandbox sandbox = scope.sandbox(headers);
            return executor.submit(
                    Optional.of(sandbox.key()),
                    () -> entries(
                            sandbox,
                            TaskEntries.newest(sandbox.ledger(), task, maxEntries).stream()
                                    .map(LedgerResource::describe)
                                    .iterator()));
        }
        Collection<Sandbox> sandboxes = scope.visibleSandboxes(headers);
        if (scope.key(headers).isPresent()) {
            Sandbox sandbox = sandboxes.iterator().next();
            return Uni.createFrom().item(entries(sandbox, new Entries(sandbox.ledger(), maxEntries)));
        }
        ObjectNode json = totals(sandboxes).put("sandboxes", sandboxes.size());
        return Uni.createFrom().item(response(Json.write(json)));
    }

    private Response entries(Sandbox sandbox, Iterator<ObjectNode> entries) {
        ObjectNode json = totals(List.of(sandbox)).set("credit_price_usd", creditPrices(sandbox));
        return response(new JsonList(json, "entries", entries, Json::object));
    }

    private static Response response(Object json) {
        return Response.ok(json, MediaType.APPLICATION_JSON_TYPE).build();
    }

    private static ObjectNode totals(Collection<Sandbox> sandboxes) {
        return totals(CombinedTotals.of(sandboxes.stream().map(Sandbox::credits).toList()));
    }

    /** What a credit costs, in US dollars, at each vendor that has credits and for which the sandbox was used. */
    private ObjectNode creditPrices(Sandbox sandbox) {
        ObjectNode prices = Json.object();
        sandbox.usage()
                .dialects()
                .forEach(name -> dialects.named(name).creditPrice().ifPresent(price -> prices.put(name, price)));
        return prices;
    }

    /** The newest entries at the time of the request, read while they are written. */
    private static final class Entries extends Batches<ObjectNode> {

        private final SandboxLedger ledger;
        private final long last;
        private long position;

        private Entries(SandboxLedger ledger, int limit) {
            this.ledger = ledger;
            this.last = ledger.lastEntry();
            this.position = Math.max(0, last - limit);
        }

        @Override
        List<ObjectNode> nextBatch() {
            List<Entry> batch = ledger.entriesAfter(position, SIZE).stream()
                    .filter(entry -> entry.number() <= last)
                    .toList();
            position = batch.isEmpty() ? last : batch.get(batch.size() - 1).number();
            return batch.stream().map(LedgerResource::describe).toList();
        }
    }

    static ObjectNode totals(CombinedTotals totals) {
        return Json.object()
                .<ObjectNode>set("balance", Json.number(totals.balance()))
                .<ObjectNode>set("granted", Json.number(totals.granted()))
                .<ObjectNode>set("held", Json.number(totals.held()))
                .set("captured", Json.number(totals.captured()));
    }

    private static ObjectNode describe(Entry entry) {
        ObjectNode json = Json.object()
                .put("number", entry.number())
                .put("at", entry.at().toString())
                .put("kind", EnumNames.of(entry.kind()))
                .put("task_id", entry.taskId().map(Object::toString).orElse(null));
        json.set("amount", Json.number(entry.amount()));
        return json.set("balance", Json.number(entry.balance()));
    }
}
