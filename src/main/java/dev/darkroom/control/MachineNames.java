package dev.darkroom.control;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The names that this machine has for itself. */
@ApplicationScoped
public class MachineNames {

    private final Optional<String> fromEnvironment = Optional.ofNullable(System.getenv("HOSTNAME"));
    private volatile Optional<String> fromSystem = Optional.empty();

    /** The system may query a name server, so a worker thread asks it. */
    void find(@Observes StartupEvent event, Vertx vertx) {
        vertx.executeBlocking(() -> InetAddress.getLocalHost().getHostName(), false)
                .onSuccess(name -> fromSystem = Optional.of(name));
    }

    /** @param name in lower case */
    public boolean contains(String name) {
        return is(fromEnvironment, name) || is(fromSystem, name);
    }

    /** The names that are known so far. */
    public List<String> all() {
        return Stream.of(fromEnvironment, fromSystem).flatMap(Optional::stream).toList();
    }

    private static boolean is(Optional<String> own, String name) {
        return own.filter(found -> found.toLowerCase(Locale.ROOT).equals(name)).isPresent();
    }
}
