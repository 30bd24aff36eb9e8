package dev.darkroom.http;

/** Thrown if a request body does not match its media type. The message is a sentence for the client. */
public final class MalformedBodyException extends Exception {

    MalformedBodyException(String message) {
        super(message, null, false, false);
    }
}
