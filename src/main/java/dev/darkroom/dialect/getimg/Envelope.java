package dev.darkroom.dialect.getimg;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.http.json.Json;
import java.util.Map;
import java.util.Optional;

/**
 * The body of an error (providers/getimg.md §5). All errors have the same {@code type}.
 *
 * @param param the wrong field; empty if the error is about the whole request
 */
record Envelope(int status, ErrorCode code, String message, Optional<String> param, Map<String, String> headers) {

    private static final String TYPE = "invalid_request_error";

    static Envelope of(ErrorCode code) {
        return of(code, code.message());
    }

    static Envelope of(ErrorCode code, String message) {
        return new Envelope(code.status(), code, message, Optional.empty(), Map.of());
    }

    static Envelope about(String param, ErrorCode code, String message) {
        return new Envelope(code.status(), code, message, Optional.of(param), Map.of());
    }

    /** An error with two fields only, as in the vendor's sample for too many concurrent requests. */
    static ApiException brief(ErrorCode code, String message) {
        ObjectNode envelope = Json.object();
        envelope.putObject("error").put("message", message).put("code", code.code());
        return new ApiException(new ErrorResponse(code.status(), Map.of(), Json.write(envelope)), message);
    }

    Envelope withStatus(int newStatus) {
        return new Envelope(newStatus, code, message, param, headers);
    }

    Envelope withHeaders(Map<String, String> newHeaders) {
        return new Envelope(status, code, message, param, newHeaders);
    }

    ApiException toException() {
        return new ApiException(toResponse(), message);
    }

    /** The fields have the order of the vendor's sample. */
    ErrorResponse toResponse() {
        ObjectNode envelope = Json.object();
        ObjectNode error = envelope.putObject("error")
                .put("message", message)
                .put("type", TYPE)
                .put("param", param.orElse(null))
                .put("code", code.code());
        code.page().ifPresent(page -> error.put("doc_url", page));
        return new ErrorResponse(status, headers, Json.write(envelope));
    }
}
