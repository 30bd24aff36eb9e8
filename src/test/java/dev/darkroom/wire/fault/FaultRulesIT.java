package dev.darkroom.wire.fault;

import static dev.darkroom.wire.client.ErrorAssertions.assertRefused;
import static dev.darkroom.wire.target.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.target.WireTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of a sandbox over the control API. */
@WireTest
class FaultRulesIT {

    private static final String ONCE = "{\"name\":\"once\",\"when\":{\"operation\":\"create\",\"times\":1},"
            + "\"then\":{\"error\":\"upstream_error\"}}";

    private final AiVideoApiClient client = new AiVideoApiClient();

    @Test
    void aRuleStrikesAndCounts() {
        JsonPath injected = client.control("POST", "/faults", rules(ONCE));
        assertThat(injected.getString("rules[0].name")).isEqualTo("once");
        assertThat(injected.getString("rules[0].when.operation")).isEqualTo("create");
        assertThat(injected.getString("rules[0].then.error.code")).isEqualTo("upstream_error");

        assertRefused(client.create(), 503, "upstream_error");
        assertThat(client.create().statusCode()).isEqualTo(200);

        JsonPath rules = client.control("GET", "/faults", "");
        assertThat(rules.getInt("rules[0].state.triggered")).isOne();
        assertThat(rules.getInt("rules[0].state.passed_over")).isOne();
        assertThat(rules.getBoolean("rules[0].state.over")).isTrue();
    }

    @Test
    void postReplacesPatchAppendsDeleteClears() {
        client.control("POST", "/faults", rules(ONCE));
        client.create();
        client.control("PATCH", "/faults", rules("{\"name\":\"more\",\"then\":{\"stall\":true}}"));

        JsonPath both = client.control("GET", "/faults", "");
        assertThat(both.getList("rules.name")).isEqualTo(List.of("once", "more"));
        assertThat(both.getInt("rules[0].state.triggered")).isOne();
        client.control("POST", "/faults", rules("{\"name\":\"other\",\"then\":{\"stall\":true}}"));
        assertThat(client.control("GET", "/faults", "").getList("rules.name")).isEqualTo(List.of("other"));
        client.control("DELETE", "/faults", "");
        assertThat(client.control("GET", "/faults", "").getList("rules")).isEmpty();
    }

    @Test
    void whatIsReadCanBeWritten() {
        client.control("PUT", "/weather/callback-hell", "");
        String read = client.request().get("/_darkroom/faults").asString();
        AiVideoApiClient other = new AiVideoApiClient();
        other.control("POST", "/faults", read);

        List<Object> rules = client.control("GET", "/faults", "").getList("rules.findAll { it.remove('state') }");
        assertThat(other.control("GET", "/faults", "").getList("rules.findAll { it.remove('state') }"))
                .isEqualTo(rules)
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | 'rules' is invalid. It must be a list of rules.",
                "{\"rules\":[],\"x\":1} | 'x' is not a field here. Use: rules.",
                "[] | The request body must be a JSON object.",
                "{\"rules\":[{\"then\":{\"explode\":true}}]} | 'rules[0].then' is invalid. Use one of: error,",
                "{\"rules\":[{\"then\":{\"error\":\"nope\"}}]} | Use one of the codes: insufficient_credits,",
                "{\"rules\":[{\"when\":{\"dialect\":\"dalle\"},\"then\":{\"reset\":true}}]} | 'rules[0].when.dialect' is invalid. Use one of: "
            })
    void whatCannotBeChangesNothing(String body, String complaint) {
        client.control("POST", "/faults", rules(ONCE));
        for (String method : new String[] {"POST", "PATCH"}) {
            Response refused = client.request().body(body).request(method, "/_darkroom/faults");
            assertRefused(refused, 400, "invalid_request");
            assertThat(refused.path("error.message").toString()).contains(complaint);
        }
        assertThat(client.control("GET", "/faults", "").getList("rules.name")).isEqualTo(List.of("once"));
    }

    @Test
    void aRuleInForceIsSeenWhereverSomebodyLooks() {
        client.control("PUT", "/weather/drizzle", "");

        JsonPath index = client.request().get("/_darkroom").jsonPath();
        assertThat(index.getString("faults.weather")).isEqualTo("drizzle");
        assertThat(index.getList("faults.rules")).contains("drizzle-late");
        assertThat(client.request().get("/_darkroom/sandbox").jsonPath().getString("faults.weather"))
                .isEqualTo("drizzle");
        assertThat(given().get("/_darkroom").jsonPath().getList("faults.sandboxes.weather"))
                .contains("drizzle");
    }

    @Test
    void metricsTellOfRulesThatStruckAndOfThoseThatDidNot() {
        client.control("POST", "/faults", rules(ONCE));
        client.create();
        client.create();

        assertThat(given().get("/q/metrics").asString())
                .containsPattern("darkroom_faults\\{fault=\"error\",outcome=\"triggered\",place=\"request\"\\} [1-9]")
                .containsPattern(
                        "darkroom_faults\\{fault=\"error\",outcome=\"passed over\",place=\"request\"\\} [1-9]");
    }

    @Test
    void aResetTakesRulesAway() {
        client.control("POST", "/faults", rules("{\"then\":{\"reset\":true}}"));
        client.control("DELETE", "/sandbox", "");

        assertThat(client.create().statusCode()).isEqualTo(200);
    }

    @Test
    void theListOfWeathersSaysWhichIsOn() {
        assertThat(client.control("GET", "/weather", "").getString("now")).isEqualTo("clear");
        client.control("PUT", "/weather/outage", "");
        assertThat(client.control("GET", "/weather", "").getString("now")).isEqualTo("outage");
        client.control("PATCH", "/faults", rules("{\"then\":{\"stall\":true}}"));
        assertThat(client.control("GET", "/weather", "").getString("now")).isEqualTo("outage");
        client.control("POST", "/faults", rules("{\"then\":{\"stall\":true}}"));
        assertThat(client.control("GET", "/weather", "").getString("now")).isNull();
        client.control("PUT", "/weather/clear", "");
        assertThat(client.control("GET", "/weather", "").getString("now")).isEqualTo("clear");
        assertThat(client.control("GET", "/weather", "").getList("weather.name"))
                .hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clear", "drizzle", "storm", "rate-limited", "outage", "callback-hell", "slow-lane"})
    void aWeatherCanBeReadAndPutOn(String name) {
        given().get("/_darkroom/weather/" + name).then().statusCode(200).contentType("application/yaml");
        client.control("PUT", "/weather/" + name, "");
        assertThat(client.control("GET", "/weather", "").getString("now")).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hail", "storm.yaml", "..%2f..%2fapplication"})
    void thereIsNoOtherWeather(String name) {
        for (String method : new String[] {"GET", "PUT"}) {
            assertThat(client.request()
                            .urlEncodingEnabled(false)
                            .request(method, "/_darkroom/weather/" + name)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aStormEndsByItself() {
        client.freeze();
        client.control("PUT", "/weather/outage", "{\"ttl\":\"10s\"}");
        assertRefused(
                client.request().body("{\"ttl\":\"0s\"}").put("/_darkroom/weather/storm"), 400, "invalid_request");
        client.advance("10s");

        assertThat(client.control("GET", "/weather", "").getString("now")).isEqualTo("clear");
        assertThat(client.create().statusCode()).isEqualTo(200);
    }

    /** The answers that are late are left out, for a test has no time for them. */
    @Test
    void theSameSeedHasTheSameStorm() {
        List<String> first = storm(new AiVideoApiClient(), 77);

        assertThat(storm(new AiVideoApiClient(), 77)).isEqualTo(first);
        assertThat(storm(new AiVideoApiClient(), 78)).isNotEqualTo(first);
        assertThat(first).anyMatch(outcome -> outcome.contains("no answer"));
        assertThat(first).anyMatch(outcome -> outcome.contains("storm-upstream"));
        assertThat(first).filteredOn(outcome -> outcome.contains("storm")).hasSizeGreaterThan(25);
    }

    private static List<String> storm(AiVideoApiClient client, long seed) {
        client.freeze();
        client.set("{\"seed\":" + seed + "}");
        client.control("PUT", "/weather/storm", "");
        String rules = client.control("GET", "/faults", "").prettify();
        client.control(
                "POST",
                "/faults",
                rules.replace("\"min\": \"PT0.2S\"", "\"min\": \"0s\"").replace("\"PT2S\"", "\"1ms\""));
        List<String> outcomes = new java.util.ArrayList<>();
        String task = "none";
        for (int i = 0; i < 100; i++) {
            String outcome = outcome(client, i % 3 == 0 ? null : task);
            outcomes.add(outcome);
            task = outcome.startsWith("created ") ? outcome.split(" ")[1] : task;
            client.advance("300ms");
        }
        return outcomes;
    }

    private static String outcome(AiVideoApiClient client, String poll) {
        try {
            Response answer = poll == null
                    ? client.request()
                            .contentType("application/json")
                            .body("{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"p\"}}")
                            .post("/v1/images/generations")
                    : client.request().get("/v1/tasks/" + poll);
            String said = answer.statusCode() == 200
                    ? poll == null ? "created " + answer.path("data.taskId") : "seen " + answer.path("status")
                    : "refused " + answer.statusCode();
            return said + " " + answer.header("Darkroom-Fault");
        } catch (Exception broken) {
            return "no answer in a storm";
        }
    }

    private static String rules(String rules) {
        return "{\"rules\":[" + rules + "]}";
    }
}
