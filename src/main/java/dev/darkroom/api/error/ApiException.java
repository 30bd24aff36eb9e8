package dev.darkroom.api.error;

/** Rejects a request with a vendor's error response. */
public final class ApiException extends RuntimeException {

    private final transient ErrorResponse response;

    /** @param message the text in the body of the response */
    public ApiException(ErrorResponse response, String message) {
        super(message, null, false, false);
        this.response = response;
    }

    public ErrorResponse response() {
        return response;
    }
}
