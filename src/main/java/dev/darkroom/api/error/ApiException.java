package dev.darkroom.api.error;

/** A request is refused, in the words of the API that was asked. */
public final class ApiException extends RuntimeException {

    private final transient ErrorResponse answer;

    /** @param message what its body says to people */
    public ApiException(ErrorResponse answer, String message) {
        super(message, null, false, false);
        this.answer = answer;
    }

    public ErrorResponse answer() {
        return answer;
    }
}
