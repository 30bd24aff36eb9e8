package dev.darkroom.dialect.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.http.json.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An error response of OpenAI (providers/openai.md §8).
 *
 * @param param the wrong parameter; empty for null
 * @param code empty for null
 * @param moderation why content moderation rejected the request
 */
record Envelope(
        int status,
        String type,
        Optional<String> param,
        Optional<String> code,
        String message,
        Optional<ModerationDetails> moderation,
        Map<String, String> headers) {

    static Envelope of(int status, String type, Optional<String> code, String message) {
        return new Envelope(status, type, Optional.empty(), code, message, Optional.empty(), Map.of());
    }

    Envelope about(String newParam) {
        return new Envelope(status, type, Optional.of(newParam), code, message, moderation, headers);
    }

    Envelope withStatus(int newStatus) {
        return new Envelope(newStatus, type, param, code, message, moderation, headers);
    }

    Envelope withType(String newType) {
        return new Envelope(status, newType, param, code, message, moderation, headers);
    }

    Envelope withoutCode() {
        return new Envelope(status, type, param, Optional.empty(), message, moderation, headers);
    }

    Envelope withModeration(ModerationDetails details) {
        return new Envelope(status, type, param, code, message, Optional.of(details), headers);
    }

    Envelope withHeaders(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new Envelope(status, type, param, code, message, moderation, all);
    }

    ApiException toException() {
        return new ApiException(toResponse(), message);
    }

    ErrorResponse toResponse() {
        ObjectNode body = Json.object();
        body.set("error", toJson());
        return new ErrorResponse(status, headers, Json.write(body));
    }

    /** The inner object, with the fields in the order of the vendor's samples. */
    ObjectNode toJson() {
        ObjectNode error = Json.object()
                .put("message", message)
                .put("type", type)
                .put("param", param.orElse(null))
                .put("code", code.orElse(null));
        moderation.ifPresent(details -> error.set("moderation_details", details.toJson()));
        return error;
    }
}
