package dev.darkroom.wire.control;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.darkroom.Background;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The built-in callback receiver. */
@WireTest
class InboxIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    void keepsWaitingWhenInboxIsCleared() throws Exception {
        String inbox = "/_darkroom/inbox/" + UUID.randomUUID();
        TestServer server = TestServer.current();
        CompletableFuture<Integer> received = Background.supply(
                () -> server.request().get(inbox + "?wait=60s").jsonPath().getInt("requests.size()"));
        given().delete(inbox).then().statusCode(200);
        given().body("{}").post(inbox).then().statusCode(200);

        assertThat(received.get(60, TimeUnit.SECONDS)).isOne();
    }

    @Test
    void respondsWithConfiguredStatuses() {
        String inbox = "/_darkroom/inbox/" + UUID.randomUUID();
        given().body("{\"statuses\":[500,302,204]}").put(inbox).then().statusCode(200);
        for (int status : new int[] {500, 302, 204, 204}) {
            given().redirects().follow(false).body("{}").post(inbox).then().statusCode(status);
        }
        JsonPath contents = given().get(inbox).jsonPath();
        assertThat(contents.getList("requests.answered")).isEqualTo(List.of(500, 302, 204, 204));
        assertThat(contents.getList("answers.statuses")).isEqualTo(List.of(500, 302, 204));

        given().body("{}").put(inbox).then().statusCode(200);
        given().body("{}").post(inbox).then().statusCode(200);
        given().body("{\"statuses\":[503]}").put(inbox).then().statusCode(200);
        given().delete(inbox).then().statusCode(200);
        given().body("{}").post(inbox).then().statusCode(200);
    }

    @Test
    void respondsAfterConfiguredDelay() {
        String inbox = "/_darkroom/inbox/" + UUID.randomUUID();
        given().body("{\"delay\":\"60s\"}").put(inbox).then().body("answers.delay", equalTo("PT1M"));
        TestServer server = TestServer.current();
        CompletableFuture<Integer> sender =
                Background.supply(() -> server.request().body("{}").post(inbox).statusCode());

        given().get(inbox + "?wait=30s").then().body("requests.size()", equalTo(1));
        assertThat(sender).isNotDone();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"statuses\":[]}",
                "{\"statuses\":[199]}",
                "{\"statuses\":[600]}",
                "{\"statuses\":[\"200\"]}",
                "{\"statuses\":200}",
                "{\"statuses\":[200.5]}",
                "{\"delay\":\"61s\"}",
                "{\"delay\":1}",
                "{\"status\":[500]}",
                "[]"
            })
    void rejectsInvalidConfiguration(String body) {
        String inbox = "/_darkroom/inbox/" + UUID.randomUUID();
        given().body(body).put(inbox).then().statusCode(400).body("error.code", equalTo("invalid_request"));
        given().body("{}").post(inbox).then().statusCode(200);
    }

    @Test
    void storesEveryRequest() {
        String inbox = "/_darkroom/inbox/" + UUID.randomUUID();
        given().get(inbox + "?wait=1ms").then().body("requests.size()", equalTo(0));
        given().body("{\"a\":1}").post(inbox).then().statusCode(200);
        given().body("plain")
                .header("Authorization", "Bearer sk-secret")
                .post(inbox)
                .then()
                .statusCode(200);

        JsonPath contents = given().get(inbox + "?wait=30s&count=2").jsonPath();
        assertThat(contents.getInt("requests[0].body.a")).isOne();
        assertThat(contents.getString("requests[1].body")).isEqualTo("plain");
        assertThat(contents.prettify()).doesNotContain("sk-secret");

        given().delete(inbox).then().statusCode(200);
        given().get(inbox).then().body("requests.size()", equalTo(0));
        given().get("/_darkroom/inbox/a%20b").then().statusCode(400);
        given().get(inbox + "?wait=61s").then().statusCode(400);
        given().get(inbox + "?count=many").then().statusCode(400);
        given().get(inbox + "?count=-1").then().statusCode(400);
    }
}
