package dev.darkroom.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the server, or with the argument {@code health}, checks whether the running server is ready. */
@QuarkusMain
public class Main {

    /** Without this, Quarkus rejects invalid URIs with an empty 400 before {@link DialectRouter} can send a vendor's error. */
    private static final String DISABLE_URI_VALIDATION = "vertx.disableURIValidation";

    public static void main(String... args) {
        if (args.length > 0 && args[0].equals("health")) {
            System.exit(HealthProbe.isReady() ? 0 : 1);
        }
        System.setProperty(DISABLE_URI_VALIDATION, "true");
        Quarkus.run(args);
    }
}
