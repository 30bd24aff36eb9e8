package dev.darkroom.server.outbound;

/**
 * A request that the server sends itself has failed; the message is a sentence without a full stop. It says why, and
 * what to do.
 */
final class OutboundException extends RuntimeException {

    OutboundException(String reason) {
        super(reason, null, false, false);
    }
}
