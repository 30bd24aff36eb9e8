package dev.darkroom.dialect.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.Json.MalformedJsonException;
import dev.darkroom.task.TaskView;
import java.nio.charset.StandardCharsets;

/**
 * What a task keeps of the request for a response.
 *
 * @param request the parts that the response repeats
 */
record StoredResponse(boolean isEdit, boolean isBackground, int partialImages, Tokens tokens, ObjectNode request) {

    static StoredResponse of(TaskView task) {
        ObjectNode record = parse(task.spec().requestBody());
        Tokens tokens = new Tokens(
                record.path("text_tokens").longValue(),
                record.path("image_tokens").longValue(),
                record.path("output_tokens").longValue());
        return new StoredResponse(
                record.path("edit").booleanValue(),
                record.path("background").booleanValue(),
                record.path("partial_images").intValue(),
                tokens,
                (ObjectNode) record.get("request"));
    }

    /** Whether the response can be retrieved. */
    boolean isStored() {
        JsonNode store = request.get("store");
        return Json.isAbsent(store) || store.booleanValue();
    }

    private static ObjectNode parse(String text) {
        try {
            return Json.readObject(text.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("a task of a response keeps a JSON object", e);
        }
    }
}
