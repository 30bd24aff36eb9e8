package dev.darkroom.server.process;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Ends the process. If startup failed for a reason that the user can correct, it says so in one line. */
public final class StartFailure {

    private static final Logger LOG = Logger.getLogger(StartFailure.class);

    private StartFailure() {}

    /** @param failure null if the server was stopped */
    public static void exit(int code, Throwable failure) {
        if (failure != null) {
            explanation(failure)
                    .ifPresentOrElse(System.err::println, () -> LOG.error("Darkroom cannot start", failure));
        }
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, failure);
    }

    /** Empty if the cause is a bug, whose stack trace helps. */
    static Optional<String> explanation(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof QuarkusBindException bind) {
                return Optional.of(explanation(bind));
            }
            if (cause instanceof ConfigurationException || cause instanceof ConfigValidationException) {
                return Optional.of(cause.getMessage().strip().replaceAll("\\s*\\R\\s*", " "));
            }
        }
        return Optional.empty();
    }

    private static String explanation(QuarkusBindException failure) {
        return QuarkusBindException.isKnownHost(failure.getHost())
                ? portInUse(failure.getPort())
                : "quarkus.http.host=" + failure.getHost() + " is not an address of this machine.";
    }

    private static String portInUse(int port) {
        return "quarkus.http.port=" + port + ": another process uses port " + port + ". Stop it, or choose another port"
                + " with --port or the environment variable QUARKUS_HTTP_PORT; 0 takes a free one.";
    }
}
