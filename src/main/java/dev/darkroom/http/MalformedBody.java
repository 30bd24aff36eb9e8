package dev.darkroom.http;

/** A request body does not match its media type. The message is a sentence for the client. */
public final class MalformedBody extends Exception {

    MalformedBody(String message) {
        super(message, null, false, false);
    }
}
