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
 * A request that an inbox received. It stores the body as text, because parsed JSON takes many times the memory.
 *
 * @param isJson whether the body is a JSON object
 */
record ReceivedRequest(Instant at, Map<String, String> headers, String body, boolean isJson) {

    private static final int MAX_BODY_BYTES = 1 << 16;
    private static final int BASE_BYTES = 256;
    private static final int BYTES_PER_HEADER = 128;

    static ReceivedRequest of(HttpHeaders headers, byte[] body, Instant at) {
        Map<String, String> stored = new LinkedHashMap<>();
        headers.getRequestHeaders().forEach((field, values) -> {
            if (!field.equalsIgnoreCase(HttpHeaders.AUTHORIZATION)) {
                stored.put(field, String.join(", ", values));
            }
        });
        if (body.length > MAX_BODY_BYTES) {
            return new ReceivedRequest(at, stored, "(" + body.length + " bytes, too large to keep)", false);
        }
        String text = new String(body, StandardCharsets.UTF_8);
        return new ReceivedRequest(at, stored, text, Json.isObject(text));
    }

    /** The approximate size in memory. */
    long bytes() {
        long headerBytes = headers.entrySet().stream()
                .mapToLong(header -> BYTES_PER_HEADER
                        + header.getKey().length()
                        + header.getValue().length())
                .sum();
        return BASE_BYTES + 2L * body.length() + headerBytes;
    }

    /** @param status the status of the response */
    ObjectNode describe(int status) {
        ObjectNode json = Json.object().put("received_at", at.toString());
        headers.forEach(json.putObject("headers")::put);
        if (isJson) {
            json.putRawValue("body", new RawValue(body));
        } else {
            json.put("body", body);
        }
        return json.put("answered", status);
    }
}
