package dev.darkroom.wire.aivideoapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A seed makes random values reproducible. */
@WireTest
class SeedIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @Test
    void sameSeedRepeatsRunByteForByte() {
        List<String> first = run(7);
        List<String> second = run(7);
        List<String> other = run(8);

        assertThat(second).isEqualTo(first);
        assertThat(other).hasSameSizeAs(first).doesNotContainAnyElementsOf(first.subList(0, 10));
    }

    @Test
    void sandboxUsesServerSeedByDefault() {
        JsonPath before = client.changeSandbox("{}");
        String task = client.createTask("\"prompt\":\"p\"");
        client.control("DELETE", "/sandbox", "");

        assertThat(client.changeSandbox("{}").getLong("seed")).isEqualTo(before.getLong("seed"));
        assertThat(client.createTask("\"prompt\":\"p\"")).isEqualTo(task);
    }

    @Test
    void skipsUsedIdsAfterSeedIsSetAgain() {
        client.changeSandbox("{\"seed\":42}");
        String first = client.createTask("\"prompt\":\"p\"");
        client.changeSandbox("{\"seed\":42}");
        String second = client.createTask("\"prompt\":\"p\"");

        assertThat(second).isNotEqualTo(first);
        client.control("DELETE", "/sandbox", "");
        client.changeSandbox("{\"seed\":42}");
        assertThat(client.createTask("\"prompt\":\"p\"")).isEqualTo(first);
        assertThat(client.createTask("\"prompt\":\"p\"")).isEqualTo(second);
    }

    @Test
    void rejectsSeedWithoutSandbox() {
        TestServer.given().body("{\"seed\":1}").put("/_darkroom/sandbox").then().statusCode(400);
    }

    /** Runs ten tasks with random latencies; returns all their polls, images and callbacks. */
    private List<String> run(long seed) {
        String inbox = "/inbox/" + UUID.randomUUID();
        client.control("DELETE", "/sandbox", "");
        client.freeze();
        client.clock("{\"set\":\"2040-01-01T00:00:00Z\"}");
        client.changeSandbox("{\"seed\":" + seed + ",\"pending\":{\"min\":\"1ms\",\"max\":\"20s\"},"
                + "\"processing\":{\"median\":\"20s\",\"p95\":\"1m\"}}");
        List<String> tasks = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            tasks.add(client.createTaskWithCallback(TestServer.url("/_darkroom" + inbox)));
        }
        List<String> observed = new ArrayList<>(tasks);
        for (int step = 0; step < 20; step++) {
            client.advance("10s");
            tasks.forEach(task -> observed.add(client.poll(task).asString()));
        }
        for (String task : tasks) {
            String url = client.task(task).getString("output.urls[0]");
            observed.add(HexFormat.of().formatHex(TestServer.given().get(url).asByteArray()));
        }
        client.control("GET", inbox, "").getList("requests.body").forEach(body -> observed.add(body.toString()));
        assertThat(observed).hasSize(10 + 200 + 10 + 10);
        return observed;
    }
}
