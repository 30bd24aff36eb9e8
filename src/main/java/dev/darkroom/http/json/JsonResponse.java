package dev.darkroom.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.http.SizedEntity;
import dev.darkroom.http.coding.Compressible;
import dev.darkroom.http.coding.Gzip;
import java.util.OptionalInt;

/**
 * A successful response of a dialect's resource: status 200 and a JSON body.
 *
 * @param json the body in UTF-8
 */
public record JsonResponse(byte[] json) implements SizedEntity, Compressible {

    public static JsonResponse of(JsonNode json) {
        return new JsonResponse(Json.write(json));
    }

    @Override
    public JsonResponse compressed() {
        return new JsonResponse(Gzip.compress(json));
    }

    @Override
    public OptionalInt length() {
        return OptionalInt.of(json.length);
    }
}
