package dev.darkroom.wire.callback;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callbacks as the control API reports them, with inboxes that reject some attempts. */
@WireTest
class CallbackAttemptsIT {

    private final AiVideoApiClient client = new AiVideoApiClient();
    private final String inbox = "/inbox/" + UUID.randomUUID();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    @Documented(
            value = "design §3, /_darkroom/callbacks",
            certainty = Certainty.SCOPE,
            rule = "the control API lists every attempt with its result, and none before the task ends",
            negativeTest = Documented.SAME)
    @Documented(
            value = "providers/aivideoapi.md §10, the body, on the vendor's callback page",
            rule = "every attempt has the body of the task",
            negativeTest = Documented.SAME,
            witness = "aiohttp 3.14.3")
    void reportsEveryAttempt() {
        client.control("PUT", inbox, "{\"statuses\":[500,503,200]}");
        String task = client.createTaskWithCallback(inboxUrl());
        assertThat(client.control("GET", "/callbacks", "").getList("callbacks")).isEmpty();

        client.advance("2s");
        JsonPath waiting = client.control("GET", "/callbacks/" + task, "");
        assertThat(waiting.getString("state")).isEqualTo("waiting");
        assertThat(waiting.getString("next_attempt_at")).isNotNull();
        client.advance("10m");

        JsonPath done = client.control("GET", "/callbacks", "");
        assertThat(done.getString("callbacks[0].id")).isEqualTo(task);
        assertThat(done.getString("callbacks[0].state")).isEqualTo("delivered");
        assertThat(done.getList("callbacks[0].attempts.result")).isEqualTo(List.of("refused", "refused", "delivered"));
        assertThat(done.getList("callbacks[0].attempts.status")).isEqualTo(List.of(500, 503, 200));
        List<Object> bodies = client.control("GET", inbox, "").getList("requests.body");
        assertThat(bodies).hasSize(3).containsOnly(client.task(task).getMap(""));
    }

    @Test
    void listsTheCallbacksOfOneTaskWithoutTheirRequests() {
        String task = client.createTaskWithCallback(inboxUrl());
        client.createTaskWithCallback(inboxUrl());
        client.advance("2s");

        JsonPath ofTask = client.control("GET", "/callbacks?detail=summary&task_id=" + task, "");
        JsonPath waiting = client.control("GET", "/callbacks?state=waiting&task_id=" + task, "");
        JsonPath first = client.control("GET", "/callbacks?limit=1&task_id=" + task, "");
        JsonPath next = client.control(
                "GET", "/callbacks?limit=1&task_id=" + task + "&cursor=" + first.getString("next_cursor"), "");
        JsonPath all = client.control("GET", "/callbacks?detail=summary", "");

        assertThat(ofTask.getList("callbacks.id")).containsExactly(task);
        assertThat(ofTask.getMap("callbacks[0]")).doesNotContainKey("request").containsKey("attempts");
        assertThat(waiting.getList("callbacks")).isEmpty();
        assertThat(first.getList("callbacks.id")).containsExactly(task);
        assertThat(next.getList("callbacks")).isEmpty();
        assertThat(all.getList("callbacks")).hasSize(2);
    }

    @Test
    void showsRequestOfTheLastAttempt() {
        client.control("PUT", inbox, "{\"statuses\":[500,200]}");
        String task = client.createTaskWithCallback(inboxUrl());
        client.advance("10m");

        JsonPath callback = client.control("GET", "/callbacks/" + task, "");
        JsonPath received = client.control("GET", inbox, "");
        assertThat(callback.getMap("request.body")).isEqualTo(received.getMap("requests[1].body"));
        assertThat(callback.getMap("request.headers")).isNotEmpty().allSatisfy((name, value) -> assertThat(
                        received.getMap("requests[1].headers"))
                .containsEntry(name, value));
        assertThat(callback.getString("request.headers.X-Timestamp"))
                .isNotEqualTo(received.getString("requests[0].headers.X-Timestamp"));
        assertThat(client.control("GET", "/callbacks", "").getMap("callbacks[0].request"))
                .isEqualTo(callback.getMap("request"));
        assertThat(client.control("GET", "/journal?operation=create", "").getMap("exchanges[0].callback"))
                .containsKey("attempts")
                .doesNotContainKey("request");
    }

    @Test
    void showsRequestOfTheNextAttemptBeforeTheFirst() {
        addRule("{\"delay\":\"30s\"}");
        String task = client.createTaskWithCallback(inboxUrl());
        client.advance("2s");

        JsonPath callback = client.control("GET", "/callbacks/" + task, "");
        assertThat(callback.getList("attempts")).isEmpty();
        client.advance("30s");

        JsonPath received = client.control("GET", inbox, "");
        assertThat(callback.getMap("request.body")).isEqualTo(received.getMap("requests[0].body"));
        assertThat(callback.getString("request.headers.X-Timestamp"))
                .isEqualTo(received.getString("requests[0].headers.X-Timestamp"));
        assertThat(callback.getString("request.headers.Darkroom-Fault")).isEqualTo("rule");
    }

    @Test
    void showsGarbledBodyAsText() {
        addRule("{\"garble\":true}");
        String task = client.createTaskWithCallback(inboxUrl());
        client.advance("2s");

        assertThat(client.control("GET", "/callbacks/" + task, "").getString("request.body"))
                .isEqualTo(client.control("GET", inbox, "").getString("requests[0].body"))
                .startsWith("{\"id\":");
    }

    @Test
    void redeliversCallbackOnRequest() {
        String task = client.createTaskWithCallback(inboxUrl());
        client.advance("2s");
        client.control("PUT", inbox, "{\"statuses\":[404]}");

        JsonPath callback = client.control("POST", "/callbacks/" + task + "/redeliver", "");

        assertThat(callback.getList("attempts.result")).isEqualTo(List.of("delivered", "refused"));
        assertThat(callback.getString("state")).isEqualTo("delivered");
        assertThat(client.control("GET", inbox, "").getList("requests")).hasSize(2);
    }

    @Test
    void rejectsRedeliveryOfUnknownCallback() {
        String task = client.createTaskWithCallback(inboxUrl());
        client.request()
                .post("/_darkroom/callbacks/" + task + "/redeliver")
                .then()
                .statusCode(404);
        client.request().get("/_darkroom/callbacks/" + task).then().statusCode(404);
        client.request().post("/_darkroom/callbacks/x/redeliver").then().statusCode(400);
        client.request().get("/_darkroom/callbacks?state=lost").then().statusCode(400);
        given().post("/_darkroom/callbacks/" + task + "/redeliver").then().statusCode(401);
    }

    @Test
    void listsCallbacksInPages() {
        List<String> tasks = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            tasks.add(client.createTaskWithCallback(inboxUrl()));
            client.advance("2s");
        }
        JsonPath first = client.control("GET", "/callbacks?limit=3&state=delivered", "");
        JsonPath second = client.control("GET", "/callbacks?limit=3&cursor=" + first.getString("next_cursor"), "");

        List<String> listed = new ArrayList<>(first.getList("callbacks.id"));
        listed.addAll(second.getList("callbacks.id"));
        assertThat(listed).isEqualTo(tasks);
        assertThat(client.control("GET", "/callbacks?state=given_up", "").getList("callbacks"))
                .isEmpty();
        assertThat(new AiVideoApiClient().control("GET", "/callbacks", "").getList("callbacks"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "http://[fe80::1]/hook",
                "http://[::ffff:169.254.169.254]/hook",
                "http://203.0.113.7/hook"
            })
    @Documented(
            value = "darkroom.callback.allow, a setting",
            certainty = Certainty.SCOPE,
            rule = "callbacks to public and link-local addresses are not sent",
            negativeTest = "CallbackIT.sendsSameBodyAsPoll")
    void doesNotCallForbiddenAddresses(String url) {
        String task = client.createTaskWithCallback(url);
        client.advance("24h");

        JsonPath callback = client.control("GET", "/callbacks/" + task, "");
        assertThat(callback.getString("state")).isEqualTo("given_up");
        assertThat(callback.getList("attempts.result")).isEqualTo(List.of("forbidden", "forbidden", "forbidden"));
        assertThat(callback.getString("attempts[0].reason")).isNotEmpty();
    }

    @Test
    void warnsAtOnceAboutForbiddenAddress() {
        assertThat(warnings("http://203.0.113.7/hook"))
                .containsExactly("The callback will not be sent: 203.0.113.7 is a public address;"
                        + " set darkroom.callback.allow to permit it");
        assertThat(warnings("http://me:secret@[fe80::1]:80/hook"))
                .singleElement()
                .asString()
                .contains("always denied");
        assertThat(warnings("http://localhost:1/hook")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1/hook", "http://dark_room.invalid/hook", "https://[::1]:1/hook"})
    void reportsUnreachableReceiverAsUnanswered(String url) {
        String task = client.createTaskWithCallback(url);
        client.advance("2s");
        client.request().get("/_darkroom/callbacks/" + task).then().body("attempts[0].result", equalTo("unanswered"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://0xa9fea9fe/ | The host name '0xa9fea9fe' cannot be resolved",
                "http://dark_room.invalid/hook | The host name 'dark_room.invalid' cannot be resolved",
                "http://me:secret@localhost:1/hook | The connection to localhost:1 failed: connection refused, because nothing listens at 127.0.0.1:1"
            })
    void saysWhyReceiverWasNotReached(String url, String reason) {
        String task = client.createTaskWithCallback(url);
        client.advance("2s");
        client.request().get("/_darkroom/callbacks/" + task).then().body("attempts[0].reason", startsWith(reason));
    }

    @Test
    void readsUrlAsLenientlyAsReferences() {
        String url = inboxUrl().replace("http://", "HTTP://me:secret@") + "?a b=ü|{c}";
        String task = client.createTaskWithCallback(" " + url + " ");
        client.advance("2s");

        JsonPath callback = client.control("GET", "/callbacks/" + task, "");
        assertThat(callback.getString("state")).isEqualTo("delivered");
        assertThat(callback.getString("url")).isEqualTo(url.replace("me:secret", "…"));
        assertThat(client.control("GET", inbox, "").getList("requests")).hasSize(1);
    }

    private List<String> warnings(String url) {
        return client.create(
                        "{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"p\"},\"callback_url\":\"" + url + "\"}")
                .headers()
                .getValues("Darkroom-Warning");
    }

    private String inboxUrl() {
        return TestServer.url("/_darkroom" + inbox);
    }

    private void addRule(String effect) {
        client.control(
                "POST",
                "/faults",
                "{\"rules\":[{\"name\":\"rule\",\"when\":{\"operation\":\"callback\"},\"then\":" + effect + "}]}");
    }
}
