package dev.darkroom.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the server; with the argument {@code health}, asks one that runs whether it is ready. */
@QuarkusMain
public class Main {

    public static void main(String... args) {
        if (args.length > 0 && args[0].equals("health")) {
            System.exit(HealthProbe.isReady() ? 0 : 1);
        }
        Quarkus.run(args);
    }
}
