package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.Dialects;
import dev.darkroom.http.json.Json;
import dev.darkroom.ledger.CombinedTotals;
import dev.darkroom.ledger.Entry;
import dev.darkroom.sandbox.Sandbox;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.List;

/** The newest ledger entries, oldest first; without a key, only the totals of all sandboxes. */
@Path("/_darkroom/ledger")
@ControlSecured
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
public class LedgerResource {

    private static final int MAX_LIMIT = 100_000;

    private final ControlScope scope;
    private final Dialects dialects;

    LedgerResource(ControlScope scope, Dialects dialects) {
        this.scope = scope;
        this.dialects = dialects;
    }

    @GET
    public Object read(@Context HttpHeaders headers, @QueryParam("limit") @DefaultValue("10000") String limit) {
        int maxEntries = Parameters.number("limit", limit, 1, MAX_LIMIT);
        Collection<Sandbox> sandboxes = scope.visibleSandboxes(headers);
        ObjectNode json = totals(
                CombinedTotals.of(sandboxes.stream().map(Sandbox::credits).toList()));
        if (scope.key(headers).isEmpty()) {
            return Json.write(json.put("sandboxes", sandboxes.size()));
        }
        Sandbox sandbox = sandboxes.iterator().next();
        json.set("credit_price_usd", creditPrices(sandbox));
        return new JsonList(json, "entries", new Entries(sandbox, maxEntries), Json::object);
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

        private final Sandbox sandbox;
        private final long last;
        private long position;

        private Entries(Sandbox sandbox, int limit) {
            this.sandbox = sandbox;
            this.last = sandbox.lastLedgerEntry();
            this.position = Math.max(0, last - limit);
        }

        @Override
        List<ObjectNode> nextBatch() {
            List<Entry> batch = sandbox.ledgerEntriesAfter(position, SIZE).stream()
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
