package dev.darkroom.server.connection;

/** Decides which targets of {@code CONNECT} are this server itself. */
public interface TunnelTargets {

    /** @param authority the host and port that a client wants to reach */
    boolean isThisServer(String authority);
}
