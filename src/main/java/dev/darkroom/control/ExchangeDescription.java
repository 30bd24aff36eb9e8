package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.darkroom.api.Dialects;
import dev.darkroom.chaos.Operation;
import dev.darkroom.http.json.Json;
import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.ExchangeDetails;
import dev.darkroom.journal.Header;
import dev.darkroom.journal.RecordedBody;
import dev.darkroom.sandbox.Sandbox;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An exchange in the control API's JSON. */
final class ExchangeDescription {

    private ExchangeDescription() {}

    /** @param sandbox the exchange's sandbox; if empty, the result has no public id and no callback */
    static ObjectNode of(Exchange exchange, Detail detail, Optional<Sandbox> sandbox, Dialects dialects) {
        ExchangeDetails details = exchange.details();
        ObjectNode json = Json.object()
                .put("number", exchange.number())
                .put("at", exchange.at().toString())
                .put("arrived_at", exchange.arrivedAt().toString())
                .put("duration_ms", exchange.duration().toNanos() / 1000 / 1000.0)
                .put("sandbox", exchange.key().orElse(null))
                .put("dialect", exchange.dialect())
                .put("operation", exchange.operation().map(EnumNames::of).orElse(null))
                .put("task_id", details.taskId().map(UUID::toString).orElse(null))
                .put(
                        "public_id",
                        sandbox.flatMap(owner -> details.taskId().flatMap(owner::task))
                                .map(dialects::publicId)
                                .orElse(null))
                .put("task_status", details.reportedStatus().map(EnumNames::of).orElse(null))
                .put("fault", details.fault().orElse(null));
        details.warnings().forEach(json.putArray("warnings")::add);
        ObjectNode request = json.putObject("request")
                .put("method", exchange.request().method())
                .put("path", exchange.request().path());
        ObjectNode response = json.putObject("answer")
                .put("status", exchange.response().status())
                .put("whole", exchange.response().isComplete());
        if (detail == Detail.FULL) {
            describe(exchange.request().headers(), exchange.request().body(), request);
            describe(exchange.response().headers(), exchange.response().body(), response);
            callback(exchange, sandbox, dialects).ifPresent(callback -> json.set("callback", callback));
        }
        return json;
    }

    /** The first callback of the task that the request created. */
    private static Optional<ObjectNode> callback(Exchange exchange, Optional<Sandbox> sandbox, Dialects dialects) {
        return exchange.operation()
                .filter(operation -> operation == Operation.CREATE)
                .flatMap(create -> sandbox)
                .flatMap(owner -> exchange.details()
                        .taskId()
                        .flatMap(owner.callbacks()::find)
                        .map(callback -> CallbackDescription.of(callback, owner, dialects)));
    }

    private static void describe(List<Header> headers, RecordedBody body, ObjectNode json) {
        ObjectNode all = json.putObject("headers");
        headers.forEach(header -> all.put(
                header.name(),
                all.has(header.name()) ? all.get(header.name()).textValue() + ", " + header.value() : header.value()));
        String text = body.text();
        json.put("body_bytes", body.length());
        if (Json.isObject(text)) {
            json.putRawValue("body", new RawValue(text));
        } else {
            json.put("body", text.isEmpty() ? null : text);
        }
    }
}
