package dev.darkroom.server.process;

import dev.darkroom.server.settings.ProcessConfig;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Stops the server, as a signal would, when the process of {@code darkroom.parent} ends or standard input closes. */
@ApplicationScoped
class ParentWatch {

    private static final Logger LOG = Logger.getLogger(ParentWatch.class);

    /** {@code ProcessHandle.onExit} looks only every five seconds whether a process that is no child has ended. */
    private static final long CHECK_INTERVAL_MILLIS = Duration.ofMillis(500).toMillis();

    private final ProcessConfig config;
    private final Vertx vertx;

    ParentWatch(ProcessConfig config, Vertx vertx) {
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        config.parent().ifPresent(parent -> {
            if (parent.equals(ProcessConfig.STANDARD_INPUT)) {
                watchInput(System.in);
            } else {
                ProcessHandle.of(Long.parseLong(parent)).ifPresentOrElse(this::watch, () -> end("process " + parent));
            }
        });
    }

    private void watch(ProcessHandle parent) {
        vertx.setPeriodic(CHECK_INTERVAL_MILLIS, timer -> {
            if (!parent.isAlive()) {
                vertx.cancelTimer(timer);
                end("process " + parent.pid());
            }
        });
    }

    private static void watchInput(InputStream input) {
        Thread reader = new Thread(() -> {
            try {
                input.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                LOG.debug("Standard input cannot be read", e);
            }
            end("standard input");
        });
        reader.setName("standard input");
        reader.setDaemon(true);
        reader.start();
    }

    private static void end(String parent) {
        LOG.infof("Stopping, because %s of darkroom.parent has ended", parent);
        Quarkus.asyncExit();
    }
}
