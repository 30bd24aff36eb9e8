package dev.darkroom.wire.control;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Server-sent events about what happens in sandboxes. */
@WireTest
@Timeout(60)
class EventsIT {

    private static final String NO_HANDLE = "0000000000000000";

    private final AiVideoApiClient client = new AiVideoApiClient();
    private final AiVideoApiClient other = new AiVideoApiClient();

    @Test
    void sendsWhatHappensInTheSandboxOfTheKey() throws IOException, InterruptedException {
        client.freeze();
        try (EventReader reader = open("/events", "Authorization", "Bearer " + client.key)) {
            other.create();
            String task = client.createTaskWithCallback("http://localhost:1/hook");
            client.advance("2s");

            List<JsonPath> events = reader.until("clock_moved");

            assertThat(reader.response().statusCode()).isEqualTo(200);
            assertThat(reader.response().headers().firstValue("Content-Type")).contains("text/event-stream");
            assertThat(events)
                    .extracting(event -> event.getString("type"))
                    .containsExactly(
                            "task_created", "exchange", "task_moved", "task_moved", "callback_attempt", "clock_moved");
            assertThat(events).extracting(event -> event.getString("sandbox")).containsOnly(handle(client));
            assertThat(events.subList(0, 5))
                    .extracting(event -> event.getString("public_id"))
                    .containsOnly(task);
            assertThat(events.get(1).getString("path")).isEqualTo("/v1/images/generations");
            assertThat(events.get(1).getBoolean("whole")).isTrue();
            assertThat(events.get(3).getString("from")).isEqualTo("processing");
            assertThat(events.get(3).getString("status")).isEqualTo("completed");
            assertThat(events.get(4).getString("result")).isEqualTo("unanswered");
        }
    }

    @Test
    void followsTheSandboxOfAHandle() throws IOException, InterruptedException {
        String handle = handle(client);
        try (EventReader byParameter = open("/events?sandbox=" + handle);
                EventReader byHeader = open("/events", "Darkroom-Sandbox", handle)) {
            other.credits();
            client.credits();

            assertThat(byParameter.until("exchange")).singleElement().satisfies(this::isOfClient);
            assertThat(byHeader.until("exchange")).singleElement().satisfies(this::isOfClient);
        }
    }

    @Test
    void sendsInjectedFaultsAndMasksKeys() throws IOException, InterruptedException {
        client.control(
                "POST",
                "/faults",
                "{\"rules\":[{\"name\":\"broken\",\"when\":{\"operation\":\"poll\"},\"then\":{\"error\":\"internal_error\"}}]}");
        try (EventReader reader = open("/events", "Authorization", "Bearer " + client.key)) {
            String task = client.createTask("\"prompt\":\"" + client.key + "\"");
            client.request().get("/v1/tasks/" + task);

            List<JsonPath> events = reader.until("fault_injected");

            JsonPath fault = events.get(events.size() - 1);
            assertThat(fault.getString("fault")).isEqualTo("broken");
            assertThat(fault.getString("operation")).isEqualTo("poll");
            assertThat(fault.getString("public_id")).isEqualTo(task);
            assertThat(events).extracting(JsonPath::prettify).noneMatch(event -> event.contains(client.key));
        }
    }

    @Test
    void sendsThatTheSandboxIsRemovedAndFollowsItsSuccessor() throws IOException, InterruptedException {
        String task = client.createTask("\"prompt\":\"p\"");
        try (EventReader reader = open("/events", "Authorization", "Bearer " + client.key)) {
            client.control("DELETE", "/sandbox", "");
            client.request().get("/v1/tasks/" + task);

            List<JsonPath> events = reader.until("exchange");

            assertThat(events).extracting(event -> event.getString("type")).contains("sandbox_removed", "exchange");
            assertThat(events).extracting(event -> event.getString("sandbox")).containsOnly(handle(client));
            assertThat(events.get(events.size() - 1).getInt("status")).isEqualTo(404);
        }
    }

    @Test
    void sendsNoMoreThanTheRateAndCountsTheOthers() throws IOException, InterruptedException {
        client.freeze();
        for (int i = 0; i < 20; i++) {
            client.create();
        }
        try (EventReader reader = open("/events?max_rate=2", "Authorization", "Bearer " + client.key)) {
            // Each task starts and ends, at once.
            client.advance("1h");

            List<JsonPath> events = reader.until("dropped");
            long sent = events.size() - 1;
            long dropped = events.get(events.size() - 1).getLong("count");

            assertThat(events.get(0).getString("type")).isEqualTo("task_moved");
            assertThat(dropped).isPositive();
            assertThat(sent + dropped).isLessThanOrEqualTo(41);
        }
    }

    @Test
    void sendsFewEventsCompleteDespiteARate() throws IOException, InterruptedException {
        client.freeze();
        try (EventReader reader = open("/events?max_rate=100", "Authorization", "Bearer " + client.key)) {
            client.create();
            client.advance("2s");

            assertThat(reader.until("clock_moved"))
                    .extracting(event -> event.getString("type"))
                    .containsExactly("task_created", "exchange", "task_moved", "task_moved", "clock_moved");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "x"})
    void rejectsInvalidRate(String rate) {
        client.request()
                .get("/_darkroom/events?max_rate=" + rate)
                .then()
                .statusCode(400)
                .body("error.message", equalTo("'max_rate' is invalid. It must be a number from 1 to 1000."));
    }

    @Test
    void rejectsUnknownHandleAndHandleOfAnotherSandbox() {
        given().get("/_darkroom/events?sandbox=" + NO_HANDLE).then().statusCode(404);
        client.request()
                .get("/_darkroom/events?sandbox=" + handle(other))
                .then()
                .statusCode(400)
                .body("error.message", containsString("different sandboxes"));
    }

    @Test
    void respondsToHeadAtOnce() {
        client.request().head("/_darkroom/events").then().statusCode(200).contentType("text/event-stream");
    }

    private void isOfClient(JsonPath event) {
        assertThat(event.getString("sandbox")).isEqualTo(handle(client));
        assertThat(event.getString("operation")).isEqualTo("credits");
    }

    private static EventReader open(String path, String... header) throws IOException, InterruptedException {
        return EventReader.open(TestServer.url("/_darkroom" + path), header);
    }

    private static String handle(AiVideoApiClient client) {
        return client.control("GET", "/sandbox", "").getString("handle");
    }
}
