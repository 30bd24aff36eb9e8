package dev.darkroom.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Maven wrapper on machines with a cached Maven, a network, an old mvn, or none of these. A script stands in for
 * Maven, because the tests check only how the wrapper obtains it.
 */
class WrapperTest {

    /** Nothing listens on port 1. */
    private static final String CLOSED = "http://localhost:1";

    private static final String NAME = "apache-maven-9.9.9-bin.zip";

    @TempDir
    Path dir;

    private Path bin;
    private byte[] distribution;

    @BeforeEach
    void copyWrapper() throws Exception {
        bin = Files.createDirectories(dir.resolve("bin"));
        Files.createDirectories(dir.resolve("project/.mvn/wrapper"));
        Files.copy(Path.of("mvnw"), dir.resolve("project/mvnw"));
        distribution = distribution();
        script("mvn", "echo 'unexpected call of the old mvn' >&2; exit 1");
    }

    @Test
    void downloadsMavenOnceAndThenUsesTheCache() throws Exception {
        HttpServer site = site();
        writeProperties("http://localhost:" + site.getAddress().getPort(), sha256(distribution));
        assertThat(mvnw()).endsWith("this is Maven 9.9.9 with -v");

        site.stop(0);
        assertThat(mvnw()).isEqualTo("this is Maven 9.9.9 with -v");
    }

    @Test
    void rejectsDownloadWithWrongChecksum() throws Exception {
        HttpServer site = site();
        writeProperties("http://localhost:" + site.getAddress().getPort(), sha256(new byte[0]));

        assertThat(mvnw())
                .contains("Failed to validate Maven distribution SHA-256")
                .doesNotContain("this is Maven");
        site.stop(0);
    }

    @Test
    void downloadsWithOldMvnWhenTheSiteIsUnreachable() throws Exception {
        writeProperties(CLOSED, sha256(distribution));
        Path zip = Files.write(dir.resolve("from-repository.zip"), distribution);
        script("mvn", """
                case "$*" in
                *org.apache.maven:apache-maven:9.9.9:zip:bin*) ;;
                *) exit 1 ;;
                esac
                for arg; do
                  case "$arg" in
                  -DoutputDirectory=*) cp '%s' "${arg#-DoutputDirectory=}/%s" ;;
                  esac
                done""".formatted(zip, NAME));

        assertThat(mvnw()).contains("Cannot reach http://localhost").endsWith("this is Maven 9.9.9 with -v");
        assertThat(mvnw()).isEqualTo("this is Maven 9.9.9 with -v");
    }

    @Test
    void reportsErrorWhenEveryDownloadFails() throws Exception {
        writeProperties(CLOSED, sha256(distribution));

        assertThat(mvnw()).contains("could not bring Apache Maven 9.9.9 either");
    }

    @Test
    void pinsMavenReleaseWithChecksum() throws IOException {
        assertThat(Files.readString(Path.of(".mvn/wrapper/maven-wrapper.properties")))
                .containsPattern(
                        "distributionUrl=https://archive\\.apache\\.org/.*/apache-maven-3\\.9\\.\\d+-bin\\.zip\n")
                .containsPattern("distributionSha256Sum=[0-9a-f]{64}\n");
    }

    private String mvnw() throws Exception {
        ProcessBuilder builder = new ProcessBuilder("./mvnw", "-v")
                .directory(dir.resolve("project").toFile())
                .redirectErrorStream(true);
        builder.environment().put("MAVEN_USER_HOME", dir.resolve("cache").toString());
        builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        builder.environment().remove("MVNW_REPOURL");
        Process process = builder.start();
        return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    }

    private void writeProperties(String site, String sha256) throws IOException {
        Files.writeString(
                dir.resolve("project/.mvn/wrapper/maven-wrapper.properties"),
                "distributionUrl=" + site + "/" + NAME + "\ndistributionSha256Sum=" + sha256 + "\n");
    }

    private HttpServer site() throws IOException {
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/" + NAME, exchange -> {
            exchange.sendResponseHeaders(200, distribution.length);
            exchange.getResponseBody().write(distribution);
            exchange.close();
        });
        site.start();
        return site;
    }

    private void script(String name, String body) throws IOException {
        Path script = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + body + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }

    private static byte[] distribution() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("apache-maven-9.9.9/bin/mvn"));
            zip.write("#!/bin/sh\necho this is Maven 9.9.9 with \"$@\"\n".getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
