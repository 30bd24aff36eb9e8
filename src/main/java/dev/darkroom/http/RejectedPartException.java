package dev.darkroom.http;

/** Carries a sentence for the client through the parser, whose handler cannot throw checked exceptions. */
final class RejectedPartException extends RuntimeException {

    RejectedPartException(String message) {
        super(message, null, false, false);
    }

    /** @param part counts the parts from 1 */
    static RejectedPartException longHeaders(int part) {
        return new RejectedPartException(
                "The headers of part " + part + " are longer than " + MultipartBody.MAX_HEADER_CHARS + " characters.");
    }
}
