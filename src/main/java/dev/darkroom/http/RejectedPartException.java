package dev.darkroom.http;

/** Carries a sentence for the client through the parser, whose handler cannot throw checked exceptions. */
final class RejectedPartException extends RuntimeException {

    RejectedPartException(String message) {
        super(message, null, false, false);
    }
}
