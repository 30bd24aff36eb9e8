package dev.darkroom.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the server; with the argument {@code health}, asks one that runs whether it is ready. */
@QuarkusMain
public class Main {

    /** Otherwise Quarkus answers an address that is no URI with a bare 400, before {@link DialectRouter} can say why. */
    private static final String NO_BARE_400 = "vertx.disableURIValidation";

    public static void main(String... args) {
        if (args.length > 0 && args[0].equals("health")) {
            System.exit(HealthProbe.isReady() ? 0 : 1);
        }
        System.setProperty(NO_BARE_400, "true");
        Quarkus.run(args);
    }
}
