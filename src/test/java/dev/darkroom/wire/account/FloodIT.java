package dev.darkroom.wire.account;

import static dev.darkroom.wire.client.ErrorAssertions.assertRefused;
import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** One client floods a server with small limits; a quiet client notices nothing. */
@WireTest(
        settings = {
            "darkroom.limits.memory=2M",
            "darkroom.limits.journal-memory=256K",
            "darkroom.limits.sandboxes=20",
            "darkroom.control.inbox=40",
            "darkroom.sandbox.credits=1000000"
        })
class FloodIT {

    /** About 100 tasks with this prompt fill the memory, and about 25 requests the journals. */
    private static final String LONG_PROMPT = "\"prompt\":\"" + "x".repeat(10_000) + "\"";

    private final AiVideoApiClient quiet = new AiVideoApiClient();
    private final AiVideoApiClient flooding = new AiVideoApiClient();

    @Test
    void floodOfFinishedTasksDropsItsOwn() {
        quiet.changeSandbox("{\"progression\":\"instant\"}");
        flooding.changeSandbox("{\"progression\":\"instant\"}");
        String quietTask = quiet.createTask(LONG_PROMPT);
        String first = flooding.createTask(LONG_PROMPT);
        for (int i = 0; i < 200; i++) {
            flooding.createTask(LONG_PROMPT);
        }

        quiet.poll(quietTask).then().statusCode(200);
        quiet.createTask(LONG_PROMPT);
        assertThat(dropped(quiet, "tasks")).isZero();
        flooding.poll(first).then().statusCode(404);
        assertThat(dropped(flooding, "tasks")).isPositive();
    }

    @Test
    void floodOfHeldTasksIsRefusedAndNobodyElse() {
        flooding.changeSandbox("{\"progression\":\"held\"}");
        String first = flooding.createTask(LONG_PROMPT);
        int accepted = 1;
        Response response = flooding.createFrom(LONG_PROMPT);
        while (response.statusCode() == 200 && accepted < 200) {
            accepted++;
            response = flooding.createFrom(LONG_PROMPT);
        }

        assertRefused(response, 429, "rate_limit_exceeded");
        assertThat(response.asString()).contains("This sandbox's unfinished tasks take", "darkroom.limits.memory");
        assertThat(accepted).isBetween(20, 60);
        quiet.poll(quiet.createTask(LONG_PROMPT)).then().statusCode(200);
        flooding.poll(first).then().statusCode(200);

        flooding.control("DELETE", "/sandbox", "");
        flooding.createTask(LONG_PROMPT);
    }

    @Test
    void floodOfRequestsDropsItsOwnExchanges() {
        flooding.changeSandbox("{\"progression\":\"instant\"}");
        for (int i = 0; i < 3; i++) {
            quiet.credits().then().statusCode(200);
        }
        for (int i = 0; i < 100; i++) {
            flooding.createTask(LONG_PROMPT);
        }

        quiet.request().get("/_darkroom/journal").then().statusCode(200).body("exchanges", hasSize(3));
        assertThat(dropped(quiet, "journal")).isZero();
        assertThat(dropped(flooding, "journal")).isPositive();
    }

    /** Time moves neither task, so their sandboxes have nothing due. */
    @Test
    void manyKeysAreAdmittedAndNoUnfinishedTaskIsDropped() {
        String held = quiet.createTask("\"prompt\":\"p [[progression: held]]\"");
        String stalled = flooding.createTask("\"prompt\":\"p [[stall]]\"");
        for (int i = 0; i < 100; i++) {
            new AiVideoApiClient().credits().then().statusCode(200);
        }

        quiet.poll(held).then().statusCode(200);
        flooding.poll(stalled).then().statusCode(200);
        assertThat(quiet.balance()).isEqualByComparingTo("999997.6");
        assertThat(flooding.balance()).isEqualByComparingTo("999997.6");
    }

    @Test
    void floodOfInboxNamesEvictsItsOwn() {
        for (int i = 0; i < 2; i++) {
            given().body("{}").post("/_darkroom/inbox/quiet").then().statusCode(200);
        }
        for (int i = 0; i < 200; i++) {
            given().body("{}").post("/_darkroom/inbox/flood-" + i).then().statusCode(200);
        }

        given().get("/_darkroom/inbox/quiet").then().statusCode(200).body("requests", hasSize(2));
    }

    private static int dropped(AiVideoApiClient client, String kind) {
        return client.control("GET", "/sandbox", "").getInt(kind + ".dropped");
    }
}
