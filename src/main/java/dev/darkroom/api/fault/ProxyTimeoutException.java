package dev.darkroom.api.fault;

/** A proxy in front of the API has given up waiting for a response. */
public final class ProxyTimeoutException extends RuntimeException {

    private final int status;

    /** @param status that of the proxy's error page */
    public ProxyTimeoutException(int status) {
        super("A proxy gave up waiting for the response.", null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
