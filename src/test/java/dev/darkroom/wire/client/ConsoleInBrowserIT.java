package dev.darkroom.wire.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Runs the tests in {@code src/consoletests}, if Node.js, their packages and a browser are installed. */
class ConsoleInBrowserIT {

    private static final Path LOG = Path.of("target/console/tests.log");
    private static final int MAX_MINUTES = 20;

    @Test
    void theConsoleWorksInABrowser() throws Exception {
        Files.createDirectories(LOG.getParent());
        if (!areTestsInstalled()) {
            String skipped = "The tests of the console in a browser are skipped. " + Files.readString(LOG);
            System.out.println(skipped);
            abort(skipped);
        }

        int exitValue = run("npm", "--prefix", "src/consoletests", "test");

        assertThat(exitValue).as(Files.readString(LOG)).isZero();
    }

    private static boolean areTestsInstalled() throws InterruptedException, IOException {
        try {
            return run("node", "src/consoletests/browser/installed.js") == 0;
        } catch (IOException e) {
            Files.writeString(LOG, "Node.js is not installed.");
            return false;
        }
    }

    private static int run(String... command) throws InterruptedException, IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
        try {
            assertThat(process.waitFor(MAX_MINUTES, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroy();
        }
        return process.exitValue();
    }
}
