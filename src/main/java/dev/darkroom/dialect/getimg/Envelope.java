package dev.darkroom.dialect.getimg;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.http.json.Json;
import java.util.Map;
import java.util.Optional;

/**
 * How an error is told (providers/getimg.md §5). Every one is of the same type.
 *
 * @param param what it is about; empty for what is about the whole request
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

    /** The vendor's sample of the answer to one request too many at once has no more than these two. */
    static ApiException brief(ErrorCode code, String message) {
        ObjectNode envelope = Json.object();
        envelope.putObject("error").put("message", message).put("code", code.code());
        return new ApiException(new ErrorResponse(code.status(), Map.of(), Json.write(envelope)), message);
    }

    Envelope withStatus(int other) {
        return new Envelope(other, code, message, param, headers);
    }

    Envelope withHeaders(Map<String, String> others) {
        return new Envelope(status, code, message, param, others);
    }

    ApiException refusal() {
        return new ApiException(answer(), message);
    }

    /** In the order of the vendor's sample. */
    ErrorResponse answer() {
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
