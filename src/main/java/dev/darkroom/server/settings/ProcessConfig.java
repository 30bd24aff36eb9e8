package dev.darkroom.server.settings;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** How the server's process and the process that started it deal with each other. */
@ConfigMapping(prefix = "darkroom")
public interface ProcessConfig {

    /** The value of {@link #parent} for a server that ends when its standard input closes. */
    String STANDARD_INPUT = "stdin";

    /** The id of a process with which the server ends, or {@link #STANDARD_INPUT}. */
    Optional<String> parent();

    /** The file that the ports are written to once the server listens. */
    Optional<Path> portFile();
}
