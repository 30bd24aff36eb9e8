package dev.darkroom.wire.fault;

import static dev.darkroom.wire.client.ErrorAssertions.assertRefused;
import static dev.darkroom.wire.target.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.target.WireTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests meet a fault, and how that is told. */
@WireTest
class RequestRulesIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @Test
    void aRuleMayBeAboutPollsOfOneTask() {
        client.freeze();
        String hit = client.createTask("\"prompt\":\"a ship\"");
        String spared = client.createTask("\"prompt\":\"a ship\"");
        client.control(
                "POST",
                "/faults",
                "{\"rules\":[{\"when\":{\"task_id\":\"" + hit + "\",\"operation\":\"poll\",\"prompt\":\"ship\"},"
                        + "\"then\":{\"error\":\"internal_error\"}}]}");

        assertRefused(client.poll(hit), 500, "internal_error");
        assertThat(client.poll(spared).statusCode()).isEqualTo(200);
        assertThat(client.credits().statusCode()).isEqualTo(200);
    }

    @Test
    void aRuleLooksIntoBodiesThatAreWrongToo() {
        plant("{\"error\":\"upstream_error\"}", "\"prompt\":\"ship\"");

        assertRefused(client.createFrom("\"prompt\":\"a ship\",\"resolution\":\"9k\""), 503, "upstream_error");
        assertRefused(client.create("{\"prompt\":\"a ship\"}"), 503, "upstream_error");
        assertRefused(client.create("{\"model\":5"), 400, "invalid_request");
        assertThat(client.create().statusCode()).isEqualTo(200);
    }

    /** It would feel nothing of what happens to a body. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"reset\":true}", "{\"error\":\"upstream_error\"}", "{\"drip\":\"1h\"}"})
    void whoAsksForTheHeadAloneMeetsNoFault(String then) {
        client.control("POST", "/faults", "{\"rules\":[{\"when\":{\"operation\":\"credits\"},\"then\":" + then + "}]}");

        client.request().head("/v1/credits").then().statusCode(200).header("Darkroom-Fault", (String) null);
        assertThat(client.control("GET", "/faults", "").getInt("rules[0].state.triggered"))
                .isZero();
    }

    @Test
    void twoFaultsAreBothNamed() {
        client.freeze();
        client.control(
                "POST",
                "/faults",
                "{\"rules\":[{\"name\":\"late\",\"then\":{\"latency\":\"1ms\"}},"
                        + "{\"name\":\"spoilt\",\"then\":{\"fail\":true}}]}");
        String task = client.createTask("\"prompt\":\"p\"");

        assertThat(client.poll(task).header("Darkroom-Fault")).isEqualTo("late, spoilt");
        for (String name : new String[] {"late", "spoilt", "sp*"}) {
            assertThat(client.control("GET", "/journal?fault=" + name, "").getList("exchanges"))
                    .hasSize(2);
        }
    }

    @Test
    void aMethodThatNobodyKnowsIsNoTagOfAMetric() {
        client.request().request("BREW", "/v1/credits");

        assertThat(given().get("/q/metrics").asString())
                .contains("method=\"other\"")
                .doesNotContain("BREW");
    }

    @Test
    void whoHasNoKeyMeetsNoFault() {
        plant("{\"reset\":true}");

        assertThat(new AiVideoApiClient().create().statusCode()).isEqualTo(200);
    }

    private void plant(String then, String... when) {
        String operation = "\"operation\":\"create\"" + (when.length == 0 ? "" : "," + when[0]);
        client.control(
                "POST",
                "/faults",
                "{\"rules\":[{\"name\":\"rule\",\"when\":{" + operation + "},\"then\":" + then + "}]}");
    }
}
