package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.darkroom.http.json.Json;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that an inbox got, as it came: what JSON is made of takes many times the memory of its text.
 *
 * @param isJson whether the body is a JSON object, and can be shown as one
 */
record Received(Instant at, Map<String, String> headers, String body, boolean isJson) {

    private static final int MAX_BODY = 1 << 16;
    private static final int BYTES_BESIDES = 256;
    private static final int BYTES_PER_HEADER = 128;

    static Received of(HttpHeaders headers, byte[] body, Instant at) {
        Map<String, String> kept = new LinkedHashMap<>();
        headers.getRequestHeaders().forEach((field, values) -> {
            if (!field.equalsIgnoreCase(HttpHeaders.AUTHORIZATION)) {
                kept.put(field, String.join(", ", values));
            }
        });
        if (body.length > MAX_BODY) {
            return new Received(at, kept, "(" + body.length + " bytes, too many to keep)", false);
        }
        String text = new String(body, StandardCharsets.UTF_8);
        return new Received(at, kept, text, Json.isObject(text));
    }

    /** How much memory it takes to keep it, about. */
    long bytes() {
        long headerBytes = headers.entrySet().stream()
                .mapToLong(header -> BYTES_PER_HEADER
                        + header.getKey().length()
                        + header.getValue().length())
                .sum();
        return BYTES_BESIDES + 2L * body.length() + headerBytes;
    }

    /** @param answered the status that it was answered with */
    ObjectNode describe(int answered) {
        ObjectNode json = Json.object().put("received_at", at.toString());
        headers.forEach(json.putObject("headers")::put);
        if (isJson) {
            json.putRawValue("body", new RawValue(body));
        } else {
            json.put("body", body);
        }
        return json.put("answered", answered);
    }
}
