package dev.darkroom.wire.fault;

import static dev.darkroom.wire.client.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The effects of task and callback faults that a client can observe. */
@WireTest
class TaskFaultsIT {

    private final AiVideoApiClient client = new AiVideoApiClient();
    private final String inbox = "/inbox/" + UUID.randomUUID();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    void reportsTaskFaultInEveryPoll() {
        addRule("task", "{\"fail\":\"internal_error\"}");
        Response created = client.create();
        String task = created.path("data.taskId");
        client.advance("2s");

        assertThat(created.header("Darkroom-Fault")).isEqualTo("rule");
        assertThat(client.poll(task).header("Darkroom-Fault")).isEqualTo("rule");
        assertThat(client.task(task).getString("error.code")).isEqualTo("internal_error");
        assertThat(client.balance()).isEqualByComparingTo("10000");
    }

    @Test
    void hidesTaskDuringAmnesia() {
        addRule("task", "{\"amnesia\":\"2s\"}");
        String task = client.createTask("\"prompt\":\"p\"");

        Response poll = client.poll(task);
        assertRefused(poll, 404, "task_not_found");
        assertThat(poll.header("Darkroom-Fault")).isEqualTo("rule");
        client.advance("2s");
        assertThat(client.task(task).getString("status")).isEqualTo("completed");
        assertThat(client.poll(task).header("Darkroom-Fault")).isNull();
    }

    @Test
    void completesTaskWithoutUrl() {
        addRule("task", "{\"no_output\":true}");
        String task = client.createTask("\"prompt\":\"p\"");
        client.advance("2s");

        JsonPath polled = client.request().get("/v1/tasks/" + task).jsonPath();
        assertThat(polled.getString("status")).isEqualTo("completed");
        assertThat(polled.getList("output.urls")).isEmpty();
    }

    @Test
    void failsTaskWithoutRefund() {
        String task = client.createTask("\"prompt\":\"[[fail: upstream_error]] [[no_refund]]\"");
        client.advance("2s");

        assertThat(client.task(task).getString("status")).isEqualTo("failed");
        assertThat(client.balance()).isEqualByComparingTo("9997.6");
    }

    @Test
    void keepsCreditsOfTaskThatFailsByHandOrByTrigger() {
        addRule("task", "{\"no_refund\":true}");
        String byHand = client.createTask("\"prompt\":\"p\"");
        client.fail(byHand);
        String byTrigger = client.createTask("\"prompt\":\"[[fail: internal_error]]\"");
        client.advance("2s");

        assertThat(client.poll(byHand).header("Darkroom-Fault")).isEqualTo("rule");
        assertThat(client.poll(byTrigger).header("Darkroom-Fault")).isEqualTo("fail in the prompt, rule");
        assertThat(client.task(byTrigger).getString("error.code")).isEqualTo("internal_error");
        assertThat(client.balance()).isEqualByComparingTo("9995.2");
    }

    @Test
    void removesMarkWhereFaultDoesNotApply() {
        addRule("task", "{\"no_refund\":true}");
        Response created = client.create();
        String task = created.path("data.taskId");
        client.control("POST", "/tasks/" + task + "/complete", "");

        assertThat(created.header("Darkroom-Fault")).isEqualTo("rule");
        assertThat(client.poll(task).header("Darkroom-Fault")).isNull();
        assertThat(client.control("GET", "/journal?operation=poll", "").getString("exchanges[0].fault"))
                .isNull();
        assertThat(client.control("GET", "/tasks/" + task, "").getString("fault"))
                .isNull();
    }

    @Test
    void takesDurationsFromPrompt() {
        String task = client.createTask("\"prompt\":\"[[pending: 5s]] [[processing: 30s]]\"");

        client.advance("4999ms");
        assertThat(client.task(task).getString("status")).isEqualTo("pending");
        client.advance("30s");
        assertThat(client.task(task).getString("status")).isEqualTo("processing");
        client.advance("1ms");
        assertThat(client.task(task).getString("status")).isEqualTo("completed");
    }

    @Test
    void sendsCallbackBeforeResponse() {
        addRule("callback", "{\"early\":true}");
        String task = client.createTaskWithCallback(inboxUrl());

        JsonPath received = client.control("GET", inbox, "");
        assertThat(received.getList("requests.body.id")).containsExactly(task);
        assertThat(received.getString("requests[0].body.status")).isEqualTo("completed");
    }

    @Test
    void sendsCallbackThreeTimes() {
        addRule("callback", "{\"duplicate\":3}");
        String task = client.createTaskWithCallback(inboxUrl());
        client.advance("2s");

        assertThat(client.control("GET", inbox, "").getList("requests.body.id")).containsExactly(task, task, task);
    }

    @Test
    void sendsInvalidJsonInCallback() {
        addRule("callback", "{\"garble\":true}");
        client.createTaskWithCallback(inboxUrl());
        client.advance("2s");

        JsonPath received = client.control("GET", inbox, "");
        assertThat(received.getString("requests[0].body"))
                .startsWith("{\"id\":")
                .doesNotEndWith("}");
        assertThat(received.getMap("requests[0].headers")).containsEntry("Darkroom-Fault", "rule");
    }

    @Test
    void recordsLostCallbacksInJournal() {
        addRule("callback", "{\"drop\":true}");
        client.createTaskWithCallback(inboxUrl());
        client.advance("1h");

        assertThat(client.control("GET", inbox, "").getList("requests")).isEmpty();
        JsonPath journal = client.control("GET", "/journal?operation=create", "");
        assertThat(journal.getList("exchanges[0].callback.attempts.result")).isEqualTo(List.of("lost", "lost", "lost"));
        assertThat(journal.getList("exchanges[0].callback.attempts.fault")).isEqualTo(List.of("rule", "rule", "rule"));
    }

    @Test
    void reordersCallbacks() {
        addRule("callback", "{\"reorder\":\"1m\"}");
        String first = client.createTaskWithCallback(inboxUrl());
        client.advance("100ms");
        String second = client.createTaskWithCallback(inboxUrl());
        client.advance("10s");

        assertThat(client.control("GET", inbox, "").getList("requests.body.id")).containsExactly(second, first);
    }

    private String inboxUrl() {
        return TestServer.url("/_darkroom" + inbox);
    }

    private void addRule(String operation, String then) {
        client.control(
                "POST",
                "/faults",
                "{\"rules\":[{\"name\":\"rule\",\"when\":{\"operation\":\"" + operation + "\"},\"then\":" + then
                        + "}]}");
    }
}
