package dev.darkroom.wire.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Background;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verification of the exchanges in a journal. */
@WireTest
class VerifyJournalIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"operation\":\"create\"}",
                "{\"method\":\"post\",\"path\":\"/v1/images/*\"}",
                "{\"status\":200}",
                "{\"status\":\"2xx\",\"fault\":null}",
                "{\"task_id\":\"TASK\"}",
                "{\"headers\":{\"user-agent\":\"my-app/*\",\"Content-Type\":\"application/json*\"}}",
                "{\"json\":{\"input.prompt\":\"A lighthouse\",\"model\":{\"matches\":\"gpt-.*\"}}}",
                "{\"json\":{\"$.input.image_urls\":{\"exists\":false}}}",
                "{\"answer\":{\"data.taskId\":\"TASK\",\"code\":200.0}}"
            })
    void verifiesMatchingExchange(String match) {
        String task = create("A lighthouse");

        Response verified = verify("{\"match\":" + match.replace("TASK", task) + ",\"times\":{\"exactly\":1}}");

        assertThat(verified.asString()).startsWith("{\"verified\":true,\"count\":1,\"exchanges\":[");
        assertThat(verified.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"operation\":\"poll\"}",
                "{\"method\":\"GET\"}",
                "{\"path\":\"/v1/images\"}",
                "{\"status\":\"4xx\"}",
                "{\"status\":0}",
                "{\"fault\":\"some-rule\"}",
                "{\"task_id\":\"397ce9f2-c04e-4244-ac33-3af19a7cc297\"}",
                "{\"headers\":{\"user-agent\":\"other/*\"}}",
                "{\"headers\":{\"authorization\":\"*\"}}",
                "{\"json\":{\"input.prompt\":\"A harbor\"}}",
                "{\"answer\":{\"code\":201}}"
            })
    void failsWithoutMatchingExchange(String match) {
        create("A lighthouse");

        Response failed = verify("{\"match\":" + match + "}");

        assertThat(failed.statusCode()).isEqualTo(406);
        assertThat(failed.jsonPath().getInt("seen")).isEqualTo(1);
        assertThat(failed.jsonPath().getList("nearest[0].conditions.holds")).containsExactly(false);
    }

    @Test
    void listsNearestExchangesFirst() {
        client.credits();
        create("A lighthouse");
        create("A harbor");

        JsonPath failed = verify("{\"match\":{\"operation\":\"create\",\"status\":503,"
                        + "\"json\":{\"input.prompt\":\"A harbor\"}},\"times\":{\"at_least\":1}}")
                .jsonPath();

        assertThat(failed.getBoolean("verified")).isFalse();
        assertThat(failed.getList("nearest.path"))
                .containsExactly("/v1/images/generations", "/v1/images/generations", "/v1/credits");
        assertThat(failed.getList("nearest[0].conditions.holds")).containsExactly(true, false, true);
        assertThat(failed.getList("nearest[0].conditions.actual")).containsExactly("create", "200", "\"A harbor\"");
        assertThat(failed.getList("nearest[2].conditions.actual")).containsExactly("credits", "200", "(no body)");
        assertThat(String.join("\n", failed.getList("diff", String.class)))
                .contains("POST /v1/images/generations -> 200, 2 of 3 hold", "GET /v1/credits -> 200, 0 of 3 hold");
    }

    @Test
    void marksDifferencesInText() {
        create("A lighthouse");

        String text = client.request()
                .body("{\"match\":{\"operation\":\"create\",\"json\":{\"input.prompt\":\"A harbor\"}}}")
                .post("/_darkroom/journal/verify?format=text")
                .asString();

        assertThat(text.lines())
                .startsWith("Not verified: expected at least 1, and 0 of 1 exchanges matched.", "", "Nearest:", "")
                .contains(
                        "  condition         | expected   | actual",
                        "  operation         | create     | create",
                        "  json.input.prompt | \"A harbor\" | \"A lighthouse\" <--");
    }

    @Test
    void waitsForMissingExchanges() throws Exception {
        create("A lighthouse");
        CompletableFuture<Response> waiting = Background.supply(
                () -> verify("{\"match\":{\"operation\":\"create\"},\"times\":{\"exactly\":2},\"within\":\"60s\"}"));
        client.credits();
        create("A harbor");

        Response verified = waiting.get(60, TimeUnit.SECONDS);
        assertThat(verified.statusCode()).isEqualTo(200);
        assertThat(verified.jsonPath().getList("exchanges", Long.class))
                .isEqualTo(
                        client.control("GET", "/journal?operation=create", "").getList("exchanges.number", Long.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"exactly\":1", "\"at_most\":1", "\"at_least\":0,\"at_most\":1"})
    void failsImmediatelyWhenTooManyMatch(String times) {
        create("A lighthouse");
        create("A harbor");

        Response failed = verify("{\"match\":{\"operation\":\"create\"},\"times\":{" + times + "},\"within\":\"60s\"}");

        assertThat(failed.statusCode()).isEqualTo(406);
        assertThat(failed.time()).isLessThan(30_000);
        assertThat(failed.jsonPath().getInt("count")).isEqualTo(2);
        assertThat(failed.jsonPath().getList("matched_too_often")).hasSize(2);
    }

    @Test
    void matchesInjectedFaultByName() {
        client.createFrom("\"prompt\":\"[[reject: upstream_error]]\"");

        assertThat(verify("{\"match\":{\"status\":\"5xx\",\"fault\":\"reject: upstream_error in the prompt\","
                                + "\"answer\":{\"error.code\":\"upstream_error\"}}}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(verify("{\"match\":{\"fault\":null},\"times\":{\"exactly\":0}}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void verifiesOnlyItsOwnSandbox() {
        new AiVideoApiClient().credits();

        assertThat(verify("{\"match\":{},\"times\":{\"exactly\":0}}").statusCode())
                .isEqualTo(200);
    }

    private String create(String prompt) {
        return client.request()
                .header("User-Agent", "my-app/1.0")
                .contentType("application/json")
                .body("{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"" + prompt + "\"}}")
                .post("/v1/images/generations")
                .path("data.taskId");
    }

    private Response verify(String body) {
        return client.request().body(body).post("/_darkroom/journal/verify");
    }
}
