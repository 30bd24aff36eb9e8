package dev.darkroom.server;

import dev.darkroom.server.command.Command;
import dev.darkroom.server.command.CommandLine;
import dev.darkroom.server.command.StartSettings;
import dev.darkroom.server.command.UsageException;
import dev.darkroom.server.process.PortFile;
import dev.darkroom.server.process.StartFailure;
import dev.darkroom.server.training.Training;
import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;

/** Starts the server, or runs another command. */
@QuarkusMain
public class Main {

    /**
     * Without this, Quarkus rejects invalid URIs with an empty 400 before {@link DialectRouter} can send a vendor's
     * error.
     */
    private static final String DISABLE_URI_VALIDATION = "vertx.disableURIValidation";

    /** Without this, Java loads its own log manager, and none of the settings of {@code quarkus.log} has an effect. */
    private static final String LOG_MANAGER = "java.util.logging.manager";

    /** The exit code for invalid arguments, as with most programs. */
    private static final int USAGE_ERROR = 2;

    public static void main(String... args) throws IOException {
        System.setProperty(LOG_MANAGER, "org.jboss.logmanager.LogManager");
        CommandLine line = parse(args);
        line.settings().forEach(System::setProperty);
        if (!line.command().startsServer()) {
            System.exit(line.command().run(StartSettings.read()));
        }
        System.setProperty(DISABLE_URI_VALIDATION, "true");
        if (line.command() == Command.TRAIN) {
            train();
        } else {
            PortFile.deleteEarly();
            Quarkus.run(null, StartFailure::exit);
        }
    }

    private static void train() throws IOException {
        if (ImageMode.current() == ImageMode.NATIVE_RUN) {
            System.err.println("'train' is for the jar; a native executable needs no AOT cache.");
            System.exit(USAGE_ERROR);
        } else { // so that the executable does not contain the training run
            Training.prepare();
            Quarkus.run(Training.class, StartFailure::exit);
        }
    }

    private static CommandLine parse(String... args) {
        try {
            return CommandLine.parse(args);
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            System.exit(USAGE_ERROR);
            throw e;
        }
    }
}
