package dev.darkroom.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.Json.MalformedJsonException;
import dev.darkroom.journal.RecordedBody;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A recorded body, parsed as JSON.
 *
 * @param object empty when the body is not a JSON object
 * @param reason why {@code object} is empty
 * @param isComplete whether the journal has the whole body; otherwise, a missing field proves nothing
 */
record JsonBody(Optional<JsonNode> object, Optional<String> reason, boolean isComplete) {

    static JsonBody read(RecordedBody body) {
        if (body.length() == 0) {
            return withoutObject("(no body)", true);
        }
        String text = body.text();
        try {
            JsonNode object = Json.readObject(text.getBytes(StandardCharsets.UTF_8));
            return new JsonBody(Optional.of(object), Optional.empty(), true);
        } catch (MalformedJsonException e) {
            boolean isComplete = !text.isEmpty() && body.length() <= RecordedBody.MAX_BYTES;
            return withoutObject(isComplete ? "(not a JSON object)" : "(not kept)", isComplete);
        }
    }

    private static JsonBody withoutObject(String reason, boolean isComplete) {
        return new JsonBody(Optional.empty(), Optional.of(reason), isComplete);
    }
}
