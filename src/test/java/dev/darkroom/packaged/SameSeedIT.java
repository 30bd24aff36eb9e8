package dev.darkroom.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A new server with the same seed answers the same script with the same bytes, if the clocks are frozen. */
class SameSeedIT {

    private static final Pattern ID = Pattern.compile("\"(?:id|taskId|task_id|request_id)\":\"([^\"]{20,})\"");

    private static SeedScript script;
    private static List<String> expected;

    @BeforeAll
    static void runScript() throws IOException {
        script = new SeedScript();
        expected = run(6001);
    }

    @AfterAll
    static void stopReceiver() {
        script.close();
    }

    @Test
    void sameSeedGivesSameBytes() throws IOException {
        List<String> repeated = run(6001);

        assertThat(repeated).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(repeated.get(i)).isEqualTo(expected.get(i));
        }
    }

    /** The seeds differ only in the lowest bit. */
    @Test
    void otherSeedGivesOtherIds() throws IOException {
        List<String> other = run(6000);

        assertThat(other).hasSameSizeAs(expected);
        assertThat(ids(expected)).hasSizeGreaterThan(50).doesNotContainAnyElementsOf(ids(other));
    }

    @Test
    void scriptCoversErrorsImagesAndCallbacks() {
        String all = String.join("\n", expected);

        assertThat(all).contains("\ncallback\n", "Content-Type: image/", "Darkroom-Warning", "did you mean");
        assertThat(all)
                .contains(Stream.of(206, 400, 401, 402, 403, 404, 405, 416, 422, 429, 502, 503)
                        .map(status -> "HTTP/1.1 " + status + " ")
                        .toList());
    }

    private static Set<String> ids(List<String> responses) {
        return responses.stream()
                .flatMap(response -> ID.matcher(response).results())
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
    }

    private static List<String> run(long seed) throws IOException {
        Process server = PackagedServer.startBound(List.of("darkroom.seed=" + seed));
        try {
            return script.run(URI.create(PackagedServer.url(PackagedServer.logUntilUp(server)))
                    .getPort());
        } finally {
            server.getOutputStream().close();
        }
    }
}
