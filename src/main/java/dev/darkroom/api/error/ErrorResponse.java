package dev.darkroom.api.error;

import java.util.Map;

/**
 * An error as a vendor's API reports it.
 *
 * @param body JSON in UTF-8; empty if the response has no body
 */
public record ErrorResponse(int status, Map<String, String> headers, byte[] body) {

    private static final byte[] NO_BODY = {};

    /** An error that only its status describes. */
    public static ErrorResponse withoutBody(int status, Map<String, String> headers) {
        return new ErrorResponse(status, headers, NO_BODY);
    }

    public boolean hasBody() {
        return body.length > 0;
    }
}
