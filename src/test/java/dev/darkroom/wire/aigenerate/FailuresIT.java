package dev.darkroom.wire.aigenerate;

import static dev.darkroom.wire.aigenerate.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Injected task faults in this vendor's responses. */
@WireTest
class FailuresIT {

    private final AiGenerateClient client = new AiGenerateClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    void flickerShowsEarlierState() {
        String task = client.createTask("\"prompt\":\"[[flicker]]\"");
        client.advance("600ms");
        assertThat(client.state(task)).isEqualTo("generating");

        assertThat(client.state(task)).isEqualTo("queuing");
        assertThat(client.state(task)).isEqualTo("generating");
    }

    @Test
    void amnesiaHidesTask() {
        String task = client.createTask("\"prompt\":\"[[amnesia: 5s]]\"");

        assertRefused(client.poll(task), 404, "task not found");
        client.advance("5s");
        assertThat(client.state(task)).isEqualTo("success");
    }

    @Test
    void stalledTaskNeverFinishes() {
        String task = client.createTask("\"prompt\":\"[[stall]]\"");
        client.advance("10d");

        assertThat(client.state(task)).isEqualTo("generating");
    }

    @Test
    void chargesFailedTaskWithoutRefund() {
        String task = client.createTask("\"prompt\":\"[[no_refund: 500]]\"");
        client.advance("2s");

        assertThat(client.task(task).getString("failCode")).isEqualTo("500");
        assertThat(client.balance()).isEqualByComparingTo("1424.57");
    }

    @Test
    void createsTaskDespiteInjectedError() {
        Response refused = client.createFrom("\"prompt\":\"[[reject: 500]] [[processed]]\"");

        assertRefused(refused, 500, "server error");
        assertThat(client.balance()).isEqualByComparingTo("1424.57");
        assertThat(client.control("GET", "/tasks", "").getList("tasks")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"instant, success", "held, waiting", "polls:1, generating", "timed, waiting"})
    void progressionDecidesFirstState(String progression, String first) {
        client.changeSandbox("{\"progression\":\"" + progression + "\"}");
        String task = client.createTask();

        assertThat(client.state(task)).isEqualTo(first);
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "the vendor advises a poll every two seconds",
            value = "providers/aigenerate.md §1: poll every 2–3 s",
            negativeTest = Documented.SAME)
    @Documented(
            dialect = "aigenerate",
            rule = "the report names faster polls",
            value = "design: the report about clients",
            certainty = Certainty.SCOPE,
            negativeTest = Documented.SAME)
    void reportsPollsFasterThanAdvised() {
        String task = client.createTask("\"prompt\":\"[[processing: 10s]]\"");
        client.poll(task);
        client.advance("2s");
        client.poll(task);
        assertThat(client.control("GET", "/report", "").getString("verdict")).isEqualTo("clean");

        client.advance("1s");
        pollWithoutPause(task);
        assertThat(client.control("GET", "/report", "").getList("findings.kind"))
                .isEqualTo(List.of("polled_too_fast"));
    }

    /** The report also counts real time. Even on a busy machine, at least two of ten polls are close together. */
    private void pollWithoutPause(String task) {
        for (int i = 0; i < 10; i++) {
            client.poll(task);
        }
    }

    @Test
    void controlApiAcceptsVendorTaskIds() {
        String task = client.createTask();

        client.control("POST", "/tasks/" + task + "/complete", "");

        assertThat(client.state(task)).isEqualTo("success");
    }
}
