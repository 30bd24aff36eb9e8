package dev.darkroom.http.json;

import com.fasterxml.jackson.databind.JsonNode;

/** What a dialect's resource answers with when all is well: status 200, and this JSON in UTF-8. */
public record JsonResponse(byte[] json) {

    public static JsonResponse of(JsonNode json) {
        return new JsonResponse(Json.write(json));
    }
}
