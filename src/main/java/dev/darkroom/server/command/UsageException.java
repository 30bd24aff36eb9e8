package dev.darkroom.server.command;

/** The arguments are invalid; the message says which, and what to do. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
