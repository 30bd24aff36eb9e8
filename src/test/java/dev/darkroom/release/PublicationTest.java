package dev.darkroom.release;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundle for Maven Central, and its publication in a portal that stands in for Maven Central's. */
class PublicationTest {

    private static final String PREFIX = "dev/darkroom/darkroom/1.2.3/darkroom-1.2.3";

    @TempDir
    Path dir;

    private final Deque<String> statuses = new ArrayDeque<>();
    private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();
    private ReleaseScript script;
    private HttpServer portal;

    @BeforeEach
    void startPortal() throws IOException {
        portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        portal.createContext("/", this::respond);
        portal.start();
        script = new ReleaseScript(Files.createDirectory(dir.resolve("bin")))
                .environment(
                        "CENTRAL_URL", "http://localhost:" + portal.getAddress().getPort())
                .environment("CENTRAL_USERNAME", "user")
                .environment("CENTRAL_PASSWORD", "password")
                .environment("CENTRAL_PAUSE", "0");
    }

    @AfterEach
    void stopPortal() {
        portal.stop(0);
    }

    @Test
    void bundleHasTheArtifactsWithSignaturesAndChecksums() throws Exception {
        Path folder = Files.createDirectory(dir.resolve("release"));
        List<String> endings = List.of(".pom", ".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json");
        for (String ending : endings) {
            Files.writeString(folder.resolve("darkroom-1.2.3" + ending), "content of " + ending);
        }
        script.command(
                        "gpg",
                        "for file; do :; done; sum=$(cat); case $file in *1.2.3*) echo \"by $sum\" >\"$file.asc\" ;; esac")
                .environment("MAVEN_GPG_KEY", "key")
                .environment("MAVEN_GPG_PASSPHRASE", "passphrase");
        Path bundle = dir.resolve("central.zip");

        assertThat(script.run("bundle", folder, "1.2.3", bundle).output())
                .endsWith("has the signed artifacts of 1.2.3.");

        Map<String, String> files = read(bundle);
        assertThat(files).hasSize(4 * endings.size());
        for (String ending : endings) {
            assertThat(files)
                    .containsEntry(PREFIX + ending, "content of " + ending)
                    .containsEntry(PREFIX + ending + ".asc", "by passphrase\n");
        }
        assertThat(files)
                .containsEntry(PREFIX + ".jar.md5", "67862a951cc6e25f0b036d2c9e619a1e\n")
                .containsEntry(PREFIX + ".jar.sha1", "62e48898d2d91ad54571e1af786c0531371b9dc8\n");
    }

    @Test
    void bundleIsUploadedAndWatchedUntilItIsPublished() throws Exception {
        statuses.addAll(List.of("PENDING", "VALIDATING", "PUBLISHING", "PUBLISHED"));

        ReleaseScript.Result result = publish();

        assertThat(result)
                .isEqualTo(new ReleaseScript.Result(0, "The portal has deployment 28f0.\n1.2.3 is published."));
        assertThat(requests)
                .containsExactly(
                        "POST /api/v1/publisher/upload?name=darkroom-1.2.3&publishingType=AUTOMATIC Bearer dXNlcjpwYXNzd29yZA== bundle",
                        "POST /api/v1/publisher/status?id=28f0 Bearer dXNlcjpwYXNzd29yZA==",
                        "POST /api/v1/publisher/status?id=28f0 Bearer dXNlcjpwYXNzd29yZA==",
                        "POST /api/v1/publisher/status?id=28f0 Bearer dXNlcjpwYXNzd29yZA==",
                        "POST /api/v1/publisher/status?id=28f0 Bearer dXNlcjpwYXNzd29yZA==");
    }

    @Test
    void rejectedBundleFailsWithTheReason() throws Exception {
        statuses.add("FAILED");

        ReleaseScript.Result result = publish();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).contains("The portal rejects it", "no javadoc");
    }

    private ReleaseScript.Result publish() throws Exception {
        Path bundle = Files.writeString(dir.resolve("central.zip"), "the bundle");
        return script.run("central", bundle, "1.2.3");
    }

    private void respond(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1);
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization")
                + (body.contains("name=\"bundle\"") && body.contains("the bundle") ? " bundle" : ""));
        boolean isUpload = exchange.getRequestURI().getPath().endsWith("/upload");
        byte[] response = (isUpload
                        ? "28f0"
                        : "{\"deploymentState\":\"" + statuses.remove() + "\",\"errors\":{\"pom\":[\"no javadoc\"]}}")
                .getBytes(UTF_8);
        exchange.sendResponseHeaders(isUpload ? 201 : 200, response.length);
        exchange.getResponseBody().write(response);
        exchange.close();
    }

    private static Map<String, String> read(Path bundle) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            for (ZipEntry entry :
                    zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
                files.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
            }
        }
        return files;
    }
}
