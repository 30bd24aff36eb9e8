package dev.darkroom.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.server.settings.ProcessConfig;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortFileTest {

    @TempDir
    private Path folder;

    private Path file;
    private PortFile portFile;

    @BeforeEach
    void create() {
        file = folder.resolve("ports");
        portFile = new PortFile(new Config(Optional.of(file)));
    }

    @Test
    void namesBothPorts() throws IOException {
        portFile.write(OptionalInt.of(8080), OptionalInt.of(8443));

        assertThat(file).hasContent("http=8080\nhttps=8443\n");
        assertThat(PortFile.httpPort(file)).isEqualTo("8080");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void namesOnlyHttpWithoutHttps() {
        portFile.write(OptionalInt.of(8080), OptionalInt.empty());

        assertThat(file).hasContent("http=8080\n");
    }

    @Test
    void removesTheFileOfAnEarlierServer() throws IOException {
        Files.writeString(file, "http=1\n");

        portFile.prepare(new StartupEvent());

        assertThat(file).doesNotExist();
    }

    /** Before the server starts, because starting takes time. */
    @Test
    void removesTheFileOfAnEarlierServerBeforeTheSettingsAreValid() throws IOException {
        Files.writeString(file, "http=1\n");
        Path emptyFolder = Files.createDirectory(folder.resolve("empty"));

        for (Optional<String> name : List.of(
                Optional.of(file.toString()),
                Optional.of(emptyFolder.toString()),
                Optional.of(""),
                Optional.<String>empty())) {
            PortFile.deleteEarly(name);
        }

        assertThat(file).doesNotExist();
        assertThat(emptyFolder).exists();
    }

    @Test
    void removesItsOwnFileWhenItStops() {
        portFile.write(OptionalInt.of(8080), OptionalInt.empty());

        portFile.stop(new ShutdownDelayInitiatedEvent());

        assertThat(file).doesNotExist();
    }

    @Test
    void leavesTheFileOfAnotherServerWhenItNeverListened() throws IOException {
        Files.writeString(file, "http=1\n");

        portFile.stop(new ShutdownDelayInitiatedEvent());

        assertThat(file).exists();
    }

    @Test
    void writesNothingWithoutASetting() {
        assertThat(new PortFile(new Config(Optional.empty())).write(OptionalInt.of(8080), OptionalInt.empty()))
                .isFalse();
    }

    private record Config(Optional<Path> portFile) implements ProcessConfig {

        @Override
        public Optional<String> parent() {
            return Optional.empty();
        }
    }
}
