package dev.darkroom.wire.fault;

import static dev.darkroom.wire.client.ErrorAssertions.assertRefused;
import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests a fault rule matches, and how the injected fault is reported. */
@WireTest
class RequestRulesIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @Test
    void matchesPollsOfOneTask() {
        client.freeze();
        String matched = client.createTask("\"prompt\":\"a ship\"");
        String other = client.createTask("\"prompt\":\"a ship\"");
        client.control(
                "POST",
                "/faults",
                "{\"rules\":[{\"when\":{\"task_id\":\"" + matched + "\",\"operation\":\"poll\",\"prompt\":\"ship\"},"
                        + "\"then\":{\"error\":\"internal_error\"}}]}");

        assertRefused(client.poll(matched), 500, "internal_error");
        assertThat(client.poll(other).statusCode()).isEqualTo(200);
        assertThat(client.credits().statusCode()).isEqualTo(200);
    }

    @Test
    void matchesPromptOfInvalidRequest() {
        addRule("{\"error\":\"upstream_error\"}", "\"prompt\":\"ship\"");

        assertRefused(client.createFrom("\"prompt\":\"a ship\",\"resolution\":\"9k\""), 503, "upstream_error");
        assertRefused(client.create("{\"prompt\":\"a ship\"}"), 503, "upstream_error");
        assertRefused(client.create("{\"model\":5"), 400, "invalid_request");
        assertThat(client.create().statusCode()).isEqualTo(200);
    }

    /** Most faults change the body, which the response to a HEAD request does not have. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"reset\":true}", "{\"error\":\"upstream_error\"}", "{\"drip\":\"1h\"}"})
    void injectsNoFaultIntoHeadRequests(String then) {
        client.control("POST", "/faults", "{\"rules\":[{\"when\":{\"operation\":\"credits\"},\"then\":" + then + "}]}");

        client.request().head("/v1/credits").then().statusCode(200).header("Darkroom-Fault", (String) null);
        assertThat(client.control("GET", "/faults", "").getInt("rules[0].state.triggered"))
                .isZero();
    }

    @Test
    void namesEveryInjectedFault() {
        client.freeze();
        client.control(
                "POST",
                "/faults",
                "{\"rules\":[{\"name\":\"late\",\"then\":{\"latency\":\"1ms\"}},"
                        + "{\"name\":\"failed\",\"then\":{\"fail\":true}}]}");
        String task = client.createTask("\"prompt\":\"p\"");

        assertThat(client.poll(task).header("Darkroom-Fault")).isEqualTo("late, failed");
        for (String name : new String[] {"late", "failed", "fa*"}) {
            assertThat(client.control("GET", "/journal?fault=" + name, "").getList("exchanges"))
                    .hasSize(2);
        }
    }

    @Test
    void groupsUnknownMethodsInMetrics() {
        client.request().request("BREW", "/v1/credits");

        assertThat(given().get("/q/metrics").asString())
                .contains("method=\"other\"")
                .doesNotContain("BREW");
    }

    @Test
    void injectsNoFaultIntoOtherSandboxes() {
        addRule("{\"reset\":true}");

        assertThat(new AiVideoApiClient().create().statusCode()).isEqualTo(200);
    }

    private void addRule(String then, String... when) {
        String operation = "\"operation\":\"create\"" + (when.length == 0 ? "" : "," + when[0]);
        client.control(
                "POST",
                "/faults",
                "{\"rules\":[{\"name\":\"rule\",\"when\":{" + operation + "},\"then\":" + then + "}]}");
    }
}
