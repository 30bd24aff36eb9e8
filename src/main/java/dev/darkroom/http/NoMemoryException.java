package dev.darkroom.http;

/** There is no memory for a form. */
public final class NoMemoryException extends RuntimeException {

    NoMemoryException() {
        super("there is no memory for the form", null, false, false);
    }
}
