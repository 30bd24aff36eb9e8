package dev.darkroom.dialect.reapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.http.json.Json;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** The error envelope, with its keys in the documentation's order (providers/reapi.md §7). */
final class ErrorBody {

    private ErrorBody() {}

    static Function<Supplier<UUID>, byte[]> of(int code, String message) {
        return ids -> {
            ObjectNode envelope = Json.object();
            envelope.putObject("error")
                    .put("code", code)
                    .put("message", message)
                    .put("request_id", "req_" + ids.get());
            return Json.write(envelope);
        };
    }
}
