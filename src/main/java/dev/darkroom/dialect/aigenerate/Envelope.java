package dev.darkroom.dialect.aigenerate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.http.json.Json;
import jakarta.inject.Singleton;

/** The body of every response, for successes and errors: {@code {"code":200,"msg":"success","data":…}}. */
@Singleton
class Envelope {

    private static final int OK = 200;

    private final boolean hasMessage;

    Envelope(AiGenerateConfig config) {
        this.hasMessage = config.message();
    }

    byte[] success(JsonNode data) {
        return of(OK, "success", data);
    }

    byte[] error(int code, String text, JsonNode data) {
        return of(code, text, data);
    }

    private byte[] of(int code, String text, JsonNode data) {
        ObjectNode envelope = Json.object().put("code", code).put("msg", text);
        if (hasMessage) {
            envelope.put("message", text);
        }
        envelope.set("data", data);
        return Json.write(envelope);
    }
}
