package dev.darkroom.packaged;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Runs the commands of the README in an unbuilt copy of the project, against the server that they start. No other test
 * runs at the same time, because the README's first task follows real time.
 */
@Isolated
class ReadmeIT {

    private static final String RELEASES = "https://github.com/darkroom-dev/darkroom/releases/latest/download/";

    private static final Set<String> NOT_COPIED = Set.of("target", "node_modules", ".git", ".idea");

    @TempDir
    static Path copy;

    private static Readme readme;
    private static StartedServer server;

    private record StartedServer(Process process, int port) {}

    @BeforeAll
    static void buildAndRunTheServer() throws IOException {
        readme = Readme.read();
        copyProject();
        server = start(readme.buildAndRun());
    }

    @AfterAll
    static void stopTheServer() throws InterruptedException {
        stop(server);
    }

    @Test
    void runsEveryCommandAndGetsTheDocumentedResponse() throws IOException, InterruptedException {
        startTasksLate();
        DocumentationPage requests = readme.requests();
        requests.verify(bash(requests.script(server.port())), copy.resolve("stderr.txt"));
        assertThat(Files.readAllBytes(copy.resolve("picture.png"))).startsWith(0x89, 'P', 'N', 'G');
    }

    /**
     * Makes tasks pending for almost all of their two seconds. A slow machine then has two seconds, not half a second,
     * to run the command that advances the clock.
     */
    private static void startTasksLate() {
        given().port(server.port())
                .header("Authorization", "Bearer sk-your-api-key")
                .body("{\"pending\":\"1999ms\",\"processing\":\"1ms\"}")
                .put("/_darkroom/sandbox")
                .then()
                .statusCode(200);
    }

    /** What was built stands in for a release, because there may be no network. */
    @Test
    void startsADownloadedReleaseInAnEmptyFolder(@TempDir Path releases, @TempDir Path empty) throws Exception {
        assertThat(readme.downloadAndRun()).contains(RELEASES);
        Files.copy(builtJar(), releases.resolve("darkroom.jar"));

        stop(start("cd '" + empty + "'\n"
                + readme.downloadAndRun().replace(RELEASES, releases.toUri().toString())));
    }

    private static Path builtJar() throws IOException {
        try (Stream<Path> files = Files.list(copy.resolve("target"))) {
            List<Path> jars =
                    files.filter(file -> file.toString().endsWith(".jar")).toList();
            assertThat(jars).hasSize(1);
            return jars.get(0);
        }
    }

    @Test
    void ciRunsTheReadmesTestCommand() throws IOException {
        assertThat(Files.readAllLines(Path.of(".ci/run"))).contains(readme.test() + " -Pcontracts");
    }

    /** Runs a command that starts a server, and returns when the server is up. */
    private static StartedServer start(String command) throws IOException {
        Process process = bash(command).redirectErrorStream(true).start();
        BufferedReader out = process.inputReader(UTF_8);
        StringBuilder log = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            log.append(line).append('\n');
            if (line.contains("Listening on")) {
                new Thread(() -> discard(out)).start();
                return new StartedServer(
                        process, URI.create(PackagedServer.url(log.toString())).getPort());
            }
        }
        throw new AssertionError("The README's command ended before the server was up:\n" + log);
    }

    /** Reads the output, because a server blocks once its output pipe is full. */
    private static void discard(BufferedReader out) {
        try {
            out.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // the server was stopped
        }
    }

    private static void stop(StartedServer server) throws InterruptedException {
        Process process = server.process();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    private static ProcessBuilder bash(String script) {
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", script).directory(copy.toFile());
        bash.environment().keySet().removeIf(name -> name.startsWith("MAVEN_") && !name.equals("MAVEN_USER_HOME"));
        bash.environment().put("QUARKUS_HTTP_PORT", "0");
        return bash;
    }

    private static void copyProject() throws IOException {
        Path project = Path.of("").toAbsolutePath();
        Files.walkFileTree(project, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                if (NOT_COPIED.contains(dir.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(copy.resolve(project.relativize(dir)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path target = copy.resolve(project.relativize(file));
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
