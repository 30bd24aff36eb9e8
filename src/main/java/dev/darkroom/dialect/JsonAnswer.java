package dev.darkroom.dialect;

import com.fasterxml.jackson.databind.JsonNode;

/** What a dialect's resource answers with when all is well: status 200, and this JSON in UTF-8. */
public record JsonAnswer(byte[] json) {

    public static JsonAnswer of(JsonNode json) {
        return new JsonAnswer(Json.write(json));
    }
}
