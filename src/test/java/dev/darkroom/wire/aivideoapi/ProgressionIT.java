package dev.darkroom.wire.aivideoapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The progressions and latencies of tasks. */
@WireTest
class ProgressionIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    void onlyPollsAdvanceTask() {
        assertThat(client.changeSandbox("{\"progression\":\"polls:2\"}").getString("progression"))
                .isEqualTo("polls:2");
        String task = client.createTask("\"prompt\":\"p\"");
        client.control("GET", "/tasks/" + task, "");

        assertThat(statuses(task, 5))
                .isEqualTo(List.of("pending", "processing", "processing", "completed", "completed"));
    }

    @Test
    void triggerSetsProgressionOfTask() {
        String task = client.createTask("\"prompt\":\"A lighthouse [[progression: polls:1]] [[fail]]\"");
        assertThat(statuses(task, 2)).isEqualTo(List.of("processing", "failed"));

        String held = client.createTask("\"prompt\":\"[[Progression: HELD]]\"");
        client.advance("24h");
        JsonPath heldTask = client.control("GET", "/tasks/" + held, "");
        assertThat(heldTask.getBoolean("held")).isTrue();
        client.control("POST", "/tasks/" + held + "/release", "");
        client.advance("2s");
        assertThat(client.task(held).getString("status")).isEqualTo("completed");
    }

    @Test
    void warnsAboutInvalidProgression() {
        client.createFrom("\"prompt\":\"[[progression: polls:0]]\"")
                .then()
                .statusCode(200)
                .header("Darkroom-Warning", containsString("`polls:0` is not a progression; use timed, instant"));
    }

    @Test
    void appliesConfiguredLatencies() {
        client.changeSandbox("{\"pending\":\"10s\",\"processing\":{\"min\":\"1m\",\"max\":\"2m\"}}");
        String task = client.createTask("\"prompt\":\"p\"");
        client.advance("9999ms");
        assertThat(client.task(task).getString("status")).isEqualTo("pending");
        client.advance("1ms");
        assertThat(client.task(task).getString("status")).isEqualTo("processing");
        client.advance("59999ms");
        assertThat(client.task(task).getString("status")).isEqualTo("processing");
        client.advance("60001ms");
        assertThat(client.task(task).getString("status")).isEqualTo("completed");

        JsonPath changed = client.changeSandbox("{\"processing\":{\"median\":\"20s\",\"p95\":\"1m\"}}");
        assertThat(changed.getString("pending")).isEqualTo("PT10S");
        assertThat(changed.getString("processing.median")).isEqualTo("PT20S");
    }

    /** In the table, backticks stand for the message's apostrophes, which CSV would treat as quotation marks. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"progression\":\"polls:0\"}; `progression` is invalid. It must be timed, instant, held or polls:n",
                "{\"progression\":null}; `progression` is invalid",
                "{\"pending\":null}; `pending` is invalid",
                "{\"pending\":5}; `pending` is invalid",
                "{\"pending\":\"5 years\"}; `pending` is invalid",
                "{\"pending\":{}}; `pending` is invalid",
                "{\"pending\":{\"min\":\"1s\"}}; `pending` is invalid",
                "{\"pending\":{\"min\":\"2s\",\"max\":\"1s\"}}; `pending` is invalid",
                "{\"pending\":{\"min\":\"1s\",\"max\":\"2s\",\"p95\":\"3s\"}}; `pending` is invalid",
                "{\"pending\":{\"median\":\"0s\",\"p95\":\"1s\"}}; `pending` is invalid",
                "{\"pending\":{\"median\":\"2s\",\"p95\":\"x\"}}; `pending.p95` is invalid",
                "{\"pending\":{\"mean\":\"2s\"}}; `pending.mean` is not a field here",
                "{\"seed\":1.5}; `seed` is invalid",
                "{\"seed\":\"a\"}; `seed` is invalid",
                "{\"seed\":9223372036854775808}; `seed` is invalid"
            })
    void rejectsInvalidSandboxChange(String body, String message) {
        client.request()
                .body(body)
                .put("/_darkroom/sandbox")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("invalid_request"))
                .body("error.message", containsString(message.replace('`', '\'')));
    }

    private List<String> statuses(String task, int polls) {
        return IntStream.range(0, polls)
                .mapToObj(i -> client.task(task).getString("status"))
                .toList();
    }
}
