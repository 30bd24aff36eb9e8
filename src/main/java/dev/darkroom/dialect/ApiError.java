package dev.darkroom.dialect;

/** A request is refused, in the words of the API that was asked. */
public final class ApiError extends RuntimeException {

    private final transient DialectError answer;

    /** @param message what its body says to people */
    public ApiError(DialectError answer, String message) {
        super(message, null, false, false);
        this.answer = answer;
    }

    public DialectError answer() {
        return answer;
    }
}
