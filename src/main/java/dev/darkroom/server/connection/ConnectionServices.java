package dev.darkroom.server.connection;

import dev.darkroom.memory.InFlightMemory;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Beans that the handlers of connections need. Vert.x creates the handlers, so they cannot be injected. */
@ApplicationScoped
public class ConnectionServices {

    private static final Logger LOG = Logger.getLogger(ConnectionServices.class);

    private static volatile ConnectionServices current;

    private final InFlightMemory inFlight;
    private final MeterRegistry metrics;
    private final TunnelTargets tunnels;

    ConnectionServices(InFlightMemory inFlight, MeterRegistry metrics, TunnelTargets tunnels) {
        this.inFlight = inFlight;
        this.metrics = metrics;
        this.tunnels = tunnels;
    }

    void start(@Observes StartupEvent event) {
        current = this;
    }

    /** Empty until the server has started. */
    static Optional<InFlightMemory> inFlightMemory() {
        return Optional.ofNullable(current).map(services -> services.inFlight);
    }

    /** Whether the target of a {@code CONNECT} request is this server. */
    static boolean isThisServer(String authority) {
        return current != null && current.tunnels.isThisServer(authority);
    }

    /** Counts a connection that has ended because of its client. */
    public static void countClosed(String reason) {
        LOG.debugf("A connection has ended: %s", reason);
        if (current != null) {
            current.metrics
                    .counter("darkroom.connections.closed", "reason", reason)
                    .increment();
        }
    }
}
