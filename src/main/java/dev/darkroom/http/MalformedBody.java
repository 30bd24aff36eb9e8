package dev.darkroom.http;

/** A request body does not have the form that its media type demands. The message is a sentence for the client. */
public final class MalformedBody extends Exception {

    MalformedBody(String message) {
        super(message, null, false, false);
    }
}
