package dev.darkroom.server.listener;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The server is ready when it has opened all sockets that it can open, and has written their ports. */
@Readiness
@ApplicationScoped
class ListenersReady implements HealthCheck {

    private final Listeners listeners;

    ListenersReady(Listeners listeners) {
        this.listeners = listeners;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("listeners")
                .status(listeners.isReady())
                .build();
    }
}
