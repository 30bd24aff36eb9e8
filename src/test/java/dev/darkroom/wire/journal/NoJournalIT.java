package dev.darkroom.wire.journal;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WholeServerTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

/** A server without a journal. */
@WholeServerTest
class NoJournalIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @Test
    void recordsNothingAndDropsNothing() {
        client.credits();
        given().get("/v1/credits");

        for (JsonPath journal : new JsonPath[] {
            client.control("GET", "/journal?wait=1ms", ""),
            given().get("/_darkroom/journal").jsonPath()
        }) {
            assertThat(journal.getList("exchanges")).isEmpty();
            assertThat(journal.getInt("dropped")).isZero();
        }
    }

    /** A sandbox would serve only to record the rejected request. */
    @Test
    void doesNotCreateSandboxForRejectedRequest() {
        String before = sandboxesMetric();
        client.request().get("/v1/nope").then().statusCode(404);

        assertThat(sandboxesMetric()).isEqualTo(before);
    }

    private static String sandboxesMetric() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("darkroom_sandboxes "))
                .findFirst()
                .orElseThrow();
    }

    /** Without a journal, every result would be meaningless. */
    @Test
    void rejectsVerification() {
        client.request()
                .body("{\"match\":{},\"times\":{\"exactly\":0}}")
                .post("/_darkroom/journal/verify")
                .then()
                .statusCode(409)
                .body("error.message", equalTo("The journal is off: 'darkroom.limits.journal' is 0."));
    }
}
