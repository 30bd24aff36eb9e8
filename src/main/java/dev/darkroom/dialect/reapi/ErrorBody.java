package dev.darkroom.dialect.reapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.http.json.Json;
import java.util.UUID;

/** The error envelope, with its keys in the documentation's order (providers/reapi.md §7). */
final class ErrorBody {

    private ErrorBody() {}

    static byte[] write(int code, String message) {
        ObjectNode envelope = Json.object();
        envelope.putObject("error")
                .put("code", code)
                .put("message", message)
                .put("request_id", "req_" + UUID.randomUUID());
        return Json.write(envelope);
    }
}
