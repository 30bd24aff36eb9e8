package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.http.json.Json;
import dev.darkroom.journal.report.Finding;

/** A client report in the control API's JSON. */
final class JsonReport {

    private JsonReport() {}

    static byte[] of(ClientReport report) {
        ObjectNode json = Json.object()
                .put("sandbox", report.sandbox())
                .put("verdict", report.verdict())
                .put("exchanges", report.exchanges())
                .put("dropped", report.dropped());
        ArrayNode findings = json.putArray("findings");
        report.report()
                .findings()
                .forEach(finding -> findings.add(
                        describe(finding, report.page().apply(finding).orElse(null))));
        ObjectNode leftOut = json.putObject("left_out");
        report.report().leftOut().forEach((type, count) -> leftOut.put(EnumNames.of(type), count));
        report.report().notTried().forEach(json.putArray("not_tried")::add);
        return Json.write(json);
    }

    private static ObjectNode describe(Finding finding, String page) {
        ObjectNode json = Json.object()
                .put("kind", EnumNames.of(finding.type()))
                .put("message", finding.message())
                .put("page", page)
                .put("instead", finding.type().advice());
        ArrayNode numbers = json.putArray("exchanges");
        finding.exchanges().forEach(exchange -> numbers.add(exchange.number()));
        return json.put("count", finding.count());
    }
}
