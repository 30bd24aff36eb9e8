package dev.darkroom.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.Json.MalformedJson;
import dev.darkroom.journal.RecordedBody;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A body out of the journal, read as JSON.
 *
 * @param object empty when it is none
 * @param flaw why it is none
 * @param isKnown whether all of it is known; else nobody can say what it has not
 */
record JsonBody(Optional<JsonNode> object, Optional<String> flaw, boolean isKnown) {

    static JsonBody read(RecordedBody body) {
        if (body.length() == 0) {
            return none("(no body)", true);
        }
        String text = body.text();
        try {
            JsonNode object = Json.readObject(text.getBytes(StandardCharsets.UTF_8));
            return new JsonBody(Optional.of(object), Optional.empty(), true);
        } catch (MalformedJson e) {
            boolean isKnown = !text.isEmpty() && body.length() <= RecordedBody.MAX_BYTES;
            return none(isKnown ? "(not a JSON object)" : "(not kept)", isKnown);
        }
    }

    private static JsonBody none(String flaw, boolean isKnown) {
        return new JsonBody(Optional.empty(), Optional.of(flaw), isKnown);
    }
}
