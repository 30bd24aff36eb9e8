package dev.darkroom.server.process;

import dev.darkroom.server.settings.ProcessConfig;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.OptionalInt;
import org.jboss.logging.Logger;

/**
 * The file that tells other processes where Darkroom listens: a line such as {@code http=8080} and, unless HTTPS is
 * off, one such as {@code https=8443}. It exists from the moment when the server listens until it begins to stop. It
 * appears complete, so that a process that waits for it never reads half of it.
 */
@ApplicationScoped
public class PortFile {

    private static final Logger LOG = Logger.getLogger(PortFile.class);
    private static final String SETTING = "darkroom.port-file";
    private static final String VARIABLE = "DARKROOM_PORT_FILE";
    private static final int FIRST = 1;
    private static final String HTTP = "http=";
    private static final String HTTPS = "https=";
    private static final String UNFINISHED = ".tmp";

    private final Optional<Path> file;
    private volatile boolean isWritten;

    PortFile(ProcessConfig config) {
        this.file = config.portFile();
    }

    /**
     * Removes the file of an earlier server, whose ports could be mistaken for those of this server. Call it before the
     * server starts, because starting takes time. It does not know files that {@code config/application.yaml} names.
     */
    public static void deleteEarly() {
        deleteEarly(Optional.ofNullable(System.getProperty(SETTING))
                .or(() -> Optional.ofNullable(System.getenv(VARIABLE))));
    }

    /** @param name not validated yet, so it may also be empty, or name a folder, which must stay */
    static void deleteEarly(Optional<String> name) {
        name.map(File::new).filter(File::isFile).map(File::toPath).ifPresent(PortFile::delete);
    }

    /** Removes the file of an earlier server. */
    void prepare(@Observes StartupEvent event) {
        file.ifPresent(PortFile::delete);
    }

    /** Before the server waits for the requests in progress, because it accepts no new ones. */
    void stop(@Observes @Priority(FIRST) ShutdownDelayInitiatedEvent event) {
        if (isWritten) {
            delete(file.orElseThrow());
        }
    }

    /**
     * Writes the file, if the settings name one. Blocks.
     *
     * @return whether it was written
     */
    public boolean write(OptionalInt http, OptionalInt https) {
        if (file.isPresent()) {
            try {
                write(file.get(), line(HTTP, http) + line(HTTPS, https));
                isWritten = true;
            } catch (IOException e) {
                LOG.errorf("darkroom.port-file=%s cannot be written: %s", file.get(), e);
            }
        }
        return isWritten;
    }

    private static String line(String name, OptionalInt port) {
        return port.isPresent() ? name + port.getAsInt() + "\n" : "";
    }

    private static void write(Path file, String text) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        Files.writeString(unfinished, text);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The port for HTTP in a file. */
    public static String httpPort(Path file) throws IOException {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(HTTP))
                    .map(line -> line.substring(HTTP.length()))
                    .findFirst()
                    .orElseThrow(() -> new IOException(file + " names no port for HTTP"));
        } catch (NoSuchFileException e) {
            throw new IOException("there is no darkroom.port-file=" + file, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warnf("darkroom.port-file=%s cannot be removed: %s", file, e);
        }
    }
}
