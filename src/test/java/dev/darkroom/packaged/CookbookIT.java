package dev.darkroom.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the commands of every cookbook page against one server. */
class CookbookIT {

    private static final Path DOCS = Path.of("src/main/resources/docs");

    private static Process server;
    private static int port;
    private static int httpsPort;

    @BeforeAll
    static void start() throws IOException {
        server = PackagedServer.start(Path.of(""), Map.of());
        String log = PackagedServer.logUntilUp(server);
        port = URI.create(PackagedServer.url(log)).getPort();
        httpsPort = URI.create(PackagedServer.httpsUrl(log)).getPort();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.toHandle().destroy();
        server.waitFor();
    }

    static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(DOCS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("index.md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void runsEveryCommandAndGetsTheDocumentedResponse(String name, @TempDir Path folder)
            throws IOException, InterruptedException {
        DocumentationPage page = DocumentationPage.read(DOCS.resolve(name));

        assertThat(page.steps()).isNotEmpty();
        page.verify(
                new ProcessBuilder("bash", "-c", page.script(port, httpsPort)).directory(folder.toFile()),
                folder.resolve("stderr.txt"));
    }
}
