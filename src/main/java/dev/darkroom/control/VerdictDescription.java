package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.http.json.Json;
import dev.darkroom.journal.Comparison;
import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.Verdict;

/** A verdict in the control API's JSON. */
final class VerdictDescription {

    private VerdictDescription() {}

    /** @param dropped the number of exchanges that the journal has dropped */
    static ObjectNode of(Verdict verdict, long dropped) {
        ObjectNode json = Json.object().put("verified", verdict.isVerified());
        if (verdict.isVerified()) {
            json.put("count", verdict.count());
            verdict.exchanges().forEach(json.putArray("exchanges")::add);
            return json;
        }
        json.put("expected", verdict.expected().toString())
                .put("count", verdict.count())
                .put("seen", verdict.examined())
                .put("dropped", dropped);
        ArrayNode shown = json.putArray(verdict.isExceeded() ? "matched_too_often" : "nearest");
        verdict.explanations().forEach(comparison -> shown.add(describe(comparison)));
        verdict.lines(dropped).forEach(json.putArray("diff")::add);
        return json;
    }

    private static ObjectNode describe(Comparison comparison) {
        Exchange exchange = comparison.exchange();
        ObjectNode json = Json.object()
                .put("number", exchange.number())
                .put("method", exchange.request().method())
                .put("path", exchange.request().path())
                .put("status", exchange.response().status());
        exchange.details().warnings().forEach(json.putArray("warnings")::add);
        ArrayNode conditions = json.putArray("conditions");
        comparison.rows().forEach(row -> conditions
                .addObject()
                .put("name", row.name())
                .put("expected", row.expected())
                .put("actual", row.actual())
                .put("holds", row.isMet()));
        return json;
    }
}
