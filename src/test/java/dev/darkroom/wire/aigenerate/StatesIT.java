package dev.darkroom.wire.aigenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The states of a task. */
@WireTest
class StatesIT {

    private final AiGenerateClient client = new AiGenerateClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "a task is waiting, queuing and generating before its success",
            value = "providers/aigenerate.md §3: the states of kie.ai",
            certainty = Certainty.INFERRED,
            of = {"UnfinishedTask.state", "SucceededTask.state"},
            negativeTest = Documented.SAME)
    @Documented(
            dialect = "aigenerate",
            rule = "a pending task is waiting for the first half of the time, then queuing",
            value = "a choice, because no page says when the state changes",
            certainty = Certainty.INFERRED,
            of = "UnfinishedTask.state",
            negativeTest = Documented.SAME)
    @Documented(
            dialect = "aigenerate",
            rule = "updateTime is the time of the last change of the state",
            value = "providers/aigenerate.md §3: kie.ai's sample, where it equals completeTime",
            certainty = Certainty.INFERRED,
            of = {"UnfinishedTask.updateTime", "SucceededTask.updateTime"},
            negativeTest = Documented.SAME)
    void stateGoesFromWaitingToSuccess() {
        String id = client.createTask();
        long created = client.task(id).getLong("createTime");

        assertState(id, "waiting", created);
        client.advance("249ms");
        assertState(id, "waiting", created);
        client.advance("1ms");
        assertState(id, "queuing", created + 250);
        client.advance("249ms");
        assertState(id, "queuing", created + 250);
        client.advance("1ms");
        assertState(id, "generating", created + 500);
        client.advance("1499ms");
        assertState(id, "generating", created + 500);
        client.advance("1ms");
        assertState(id, "success", created + 2000);
    }

    @Test
    void heldTaskStaysQueuing() {
        String id = client.createTask();
        client.advance("300ms");
        client.control("POST", "/tasks/" + id + "/hold", "");
        client.advance("1h");
        assertThat(client.state(id)).isEqualTo("queuing");

        client.control("POST", "/tasks/" + id + "/release", "");
        assertThat(client.state(id)).isEqualTo("queuing");
        client.advance("200ms");
        assertThat(client.state(id)).isEqualTo("generating");
    }

    @Test
    void heldTaskStaysWaiting() {
        String id = client.createTask();
        client.advance("100ms");
        client.control("POST", "/tasks/" + id + "/hold", "");
        client.advance("1h");

        assertThat(client.state(id)).isEqualTo("waiting");
    }

    private void assertState(String id, String state, long since) {
        JsonPath task = client.task(id);
        assertThat(task.getString("state")).isEqualTo(state);
        assertThat(task.getLong("updateTime")).isEqualTo(since);
    }
}
