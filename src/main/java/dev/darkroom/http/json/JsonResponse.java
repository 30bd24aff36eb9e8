package dev.darkroom.http.json;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A successful response of a dialect's resource: status 200 and a JSON body.
 *
 * @param json the body in UTF-8
 */
public record JsonResponse(byte[] json) {

    public static JsonResponse of(JsonNode json) {
        return new JsonResponse(Json.write(json));
    }
}
