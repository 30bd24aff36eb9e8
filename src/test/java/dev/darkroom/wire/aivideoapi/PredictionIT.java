package dev.darkroom.wire.aivideoapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** With a frozen clock, every status, balance and callback is predictable to the second. */
@WireTest
class PredictionIT {

    private static final int TASKS = 100;
    private static final int PENDING = 10;
    private static final int PROCESSING = 20;
    private static final long START = Instant.parse("2031-05-05T00:00:00Z").getEpochSecond();

    record CreatedTask(String id, long createdAt, boolean fails) {

        long endsAt() {
            return createdAt + PENDING + PROCESSING;
        }

        String statusAt(long now) {
            if (now < createdAt + PENDING) {
                return "pending";
            }
            if (now < endsAt()) {
                return "processing";
            }
            return fails ? "failed" : "completed";
        }
    }

    private final AiVideoApiClient client = new AiVideoApiClient();
    private final String inbox = "/inbox/" + UUID.randomUUID();
    private final List<CreatedTask> tasks = new ArrayList<>();

    @Test
    void predictsEveryStatusBalanceAndCallback() {
        client.freeze();
        client.clock("{\"set\":\"2031-05-05T00:00:00Z\"}");
        client.changeSandbox("{\"pending\":\"" + PENDING + "s\",\"processing\":\"" + PROCESSING + "s\"}");
        long now = START;
        for (int i = 0; i < TASKS; i++) {
            tasks.add(create(now, i % 7 == 3));
            if (i % 10 == 9) {
                client.advance("1s");
                now++;
            }
        }
        for (; now < START + PENDING + PROCESSING + 15; now += 3) {
            assertPredictions(now);
            client.advance("3s");
        }
        assertThat(tasks).allMatch(task -> task.endsAt() < START + PENDING + PROCESSING + 15);
    }

    private CreatedTask create(long now, boolean fails) {
        String url = TestServer.url("/_darkroom" + inbox);
        String prompt = fails ? "[[fail]]" : "p";
        String id = client.create("{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"" + prompt
                        + "\"},\"callback_url\":\"" + url + "\"}")
                .path("data.taskId");
        return new CreatedTask(id, now, fails);
    }

    private void assertPredictions(long now) {
        for (CreatedTask task : tasks) {
            JsonPath polled = client.task(task.id());
            assertThat(polled.getString("status")).isEqualTo(task.statusAt(now));
            assertThat(polled.getLong("created_at")).isEqualTo(task.createdAt());
            if (polled.getString("status").equals("completed")) {
                assertThat(polled.getLong("completed_at")).isEqualTo(task.endsAt());
            }
        }
        long failed = tasks.stream()
                .filter(task -> task.statusAt(now).equals("failed"))
                .count();
        assertThat(client.balance())
                .isEqualByComparingTo(new BigDecimal("10000")
                        .subtract(new BigDecimal("2.4").multiply(BigDecimal.valueOf(TASKS - failed))));
        List<CreatedTask> ended =
                tasks.stream().filter(task -> task.endsAt() <= now).toList();
        JsonPath received = client.control("GET", inbox, "");
        assertThat(received.<String>getList("requests.body.id"))
                .containsExactlyInAnyOrderElementsOf(
                        ended.stream().map(CreatedTask::id).toList());
        assertThat(received.getList("requests.headers.X-Timestamp"))
                .isEqualTo(
                        ended.stream().map(task -> Long.toString(task.endsAt())).toList());
    }
}
