package dev.darkroom.wire.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.server.WireTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Runs the tests in {@code src/clienttests/java}, whose class paths must not meet that of the server. */
@WireTest
class JavaClientsIT {

    private static final Path LOG = Path.of("target/clienttests/maven.log");
    private static final int MAX_MINUTES = 10;

    /** Maven runs as it does for the server: with the same Java, settings, repository and network. */
    @Test
    void clientsFromMavenCentralAccept() throws Exception {
        Files.createDirectories(LOG.getParent());
        ProcessBuilder builder = new ProcessBuilder(
                property("maven"),
                "--file=src/clienttests/java/pom.xml",
                "-Dmaven.repo.local=" + property("repository"),
                "-Ddarkroom.url=" + TestServer.url(""),
                "test");
        if (property("offline").equals("offline=true")) {
            builder.command().add("--offline");
        }
        String settings = property("settings").replace("settings=", "");
        if (Files.exists(Path.of(settings))) {
            builder.command().add("--settings=" + settings);
        }
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.redirectErrorStream(true).redirectOutput(LOG.toFile());

        Process maven = builder.start();
        try {
            assertThat(maven.waitFor(MAX_MINUTES, TimeUnit.MINUTES)).isTrue();
        } finally {
            maven.destroy();
        }

        assertThat(maven.exitValue()).as(Files.readString(LOG)).isZero();
    }

    /** A value that the pom sets. */
    private static String property(String name) {
        return System.getProperty("clienttests." + name);
    }
}
