package dev.darkroom.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command from which Java makes an AOT cache. */
class TrainingIT {

    private static final Pattern ANSWERED = Pattern.compile("Darkroom has answered (\\d+) requests\\.");

    /** The images, polls and errors of four dialects, with and without TLS. */
    private static final int MIN_REQUESTS = 400;

    @TempDir
    private Path folder;

    @Test
    void sendsItselfRequestsOfEveryKindAndEnds() throws IOException, InterruptedException {
        Process training = PackagedServer.run(folder, "train");
        String output = new String(training.getInputStream().readAllBytes(), UTF_8);
        int exitCode = training.waitFor();

        if (PackagedServer.isNative()) {
            assertThat(output).startsWith("'train' is for the jar;");
            assertThat(exitCode).isEqualTo(2);
            return;
        }
        assertThat(exitCode).as(output).isZero();
        Matcher answered = ANSWERED.matcher(output);
        assertThat(answered.find()).as(output).isTrue();
        assertThat(Integer.parseInt(answered.group(1))).isGreaterThan(MIN_REQUESTS);
        assertThat(output).contains("stopped in").doesNotContain("ERROR", "\tat ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void leavesThePortFileOfAnotherServerAlone() throws IOException, InterruptedException {
        Path ports = Files.writeString(folder.resolve("ports"), "http=8080\n");
        Process training = PackagedServer.run(folder, "train", "--port-file", "ports");
        String output = new String(training.getInputStream().readAllBytes(), UTF_8);

        assertThat(training.waitFor()).as(output).isEqualTo(PackagedServer.isNative() ? 2 : 0);
        assertThat(ports).hasContent("http=8080\n");
    }

    @Test
    void saysWhichRequestFails() throws IOException, InterruptedException {
        Process training = PackagedServer.run(folder, "train", "-Ddarkroom.weather=outage");
        String output = new String(training.getInputStream().readAllBytes(), UTF_8);

        assertThat(training.waitFor()).isEqualTo(PackagedServer.isNative() ? 2 : 1);
        if (!PackagedServer.isNative()) {
            assertThat(output).contains("The training run has failed: POST http://localhost:");
        }
    }
}
