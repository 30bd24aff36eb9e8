package dev.darkroom.server;

import dev.darkroom.access.redaction.Redaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collections;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Masks the secrets in everything that is logged, before any handler writes it to the console or a file. */
@ApplicationScoped
class LogRedaction {

    /** Before the settings are validated, because their errors are logged. */
    private static final int BEFORE_VALIDATION = 0;

    /** The name of the logger whose handlers write to the console and to files. */
    private static final String ROOT = "";

    void install(@Observes @Priority(BEFORE_VALIDATION) StartupEvent event, Redaction redaction) {
        install(ROOT, redaction);
        Collections.list(LogManager.getLogManager().getLoggerNames()).forEach(name -> install(name, redaction));
    }

    private static void install(String logger, Redaction redaction) {
        for (Handler handler : Logger.getLogger(logger).getHandlers()) {
            install(handler, redaction);
        }
    }

    private static void install(Handler handler, Redaction redaction) {
        Filter current = handler.getFilter();
        Filter original = current instanceof RedactingLogFilter installed ? installed.original() : current;
        handler.setFilter(new RedactingLogFilter(redaction, original));
    }
}
