package dev.darkroom.wire.fault;

import static dev.darkroom.wire.client.ErrorAssertions.assertRefused;
import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The control API reads, replaces and removes the fault rules of a sandbox. */
@WireTest
class FaultRulesIT {

    private static final String ONCE = "{\"name\":\"once\",\"when\":{\"operation\":\"create\",\"times\":1},"
            + "\"then\":{\"error\":\"upstream_error\"}}";

    private final AiVideoApiClient client = new AiVideoApiClient();

    @Test
    void injectsFaultAndCountsTriggers() {
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
    void replacesOnPostAppendsOnPatchClearsOnDelete() {
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
    void acceptsRulesAsReturnedByGet() {
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
    void rejectsInvalidRulesAndKeepsCurrentOnes(String body, String message) {
        client.control("POST", "/faults", rules(ONCE));
        for (String method : new String[] {"POST", "PATCH"}) {
            Response response = client.request().body(body).request(method, "/_darkroom/faults");
            assertRefused(response, 400, "invalid_request");
            assertThat(response.path("error.message").toString()).contains(message);
        }
        assertThat(client.control("GET", "/faults", "").getList("rules.name")).isEqualTo(List.of("once"));
    }

    @Test
    void showsActiveRulesInIndexAndSandbox() {
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
    void countsTriggeredAndPassedOverRulesInMetrics() {
        client.control("POST", "/faults", rules(ONCE));
        client.create();
        client.create();

        assertThat(given().get("/q/metrics").asString())
                .containsPattern("darkroom_faults\\{fault=\"error\",outcome=\"triggered\",place=\"request\"\\} [1-9]")
                .containsPattern(
                        "darkroom_faults\\{fault=\"error\",outcome=\"passed over\",place=\"request\"\\} [1-9]");
    }

    @Test
    void removesRulesOnSandboxReset() {
        client.control("POST", "/faults", rules("{\"then\":{\"reset\":true}}"));
        client.control("DELETE", "/sandbox", "");

        assertThat(client.create().statusCode()).isEqualTo(200);
    }

    @Test
    void reportsCurrentWeather() {
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
    void servesAndAppliesEveryWeather(String name) {
        given().get("/_darkroom/weather/" + name).then().statusCode(200).contentType("application/yaml");
        client.control("PUT", "/weather/" + name, "");
        assertThat(client.control("GET", "/weather", "").getString("now")).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hail", "storm.yaml", "..%2f..%2fapplication"})
    void rejectsUnknownWeather(String name) {
        for (String method : new String[] {"GET", "PUT"}) {
            assertThat(client.request()
                            .urlEncodingEnabled(false)
                            .request(method, "/_darkroom/weather/" + name)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void endsWeatherAfterItsTtl() {
        client.freeze();
        client.control("PUT", "/weather/outage", "{\"ttl\":\"10s\"}");
        assertRefused(
                client.request().body("{\"ttl\":\"0s\"}").put("/_darkroom/weather/storm"), 400, "invalid_request");
        client.advance("10s");

        assertThat(client.control("GET", "/weather", "").getString("now")).isEqualTo("clear");
        assertThat(client.create().statusCode()).isEqualTo(200);
    }

    /** The delays of the storm are shortened to keep the test fast. */
    @Test
    void repeatsStormForSameSeed() {
        List<String> first = stormOutcomes(new AiVideoApiClient(), 77);

        assertThat(stormOutcomes(new AiVideoApiClient(), 77)).isEqualTo(first);
        assertThat(stormOutcomes(new AiVideoApiClient(), 78)).isNotEqualTo(first);
        assertThat(first).anyMatch(outcome -> outcome.contains("no response"));
        assertThat(first).anyMatch(outcome -> outcome.contains("storm-upstream"));
        assertThat(first).filteredOn(outcome -> outcome.contains("storm")).hasSizeGreaterThan(25);
    }

    private static List<String> stormOutcomes(AiVideoApiClient client, long seed) {
        client.freeze();
        client.changeSandbox("{\"seed\":" + seed + "}");
        client.control("PUT", "/weather/storm", "");
        String rules = client.control("GET", "/faults", "").prettify();
        client.control(
                "POST",
                "/faults",
                rules.replace("\"min\": \"PT0.2S\"", "\"min\": \"0s\"").replace("\"PT2S\"", "\"1ms\""));
        List<String> outcomes = new ArrayList<>();
        String task = "none";
        for (int i = 0; i < 100; i++) {
            String outcome = outcome(client, i % 3 == 0 ? null : task);
            outcomes.add(outcome);
            task = outcome.startsWith("created ") ? outcome.split(" ")[1] : task;
            client.advance("300ms");
        }
        return outcomes;
    }

    private static String outcome(AiVideoApiClient client, String taskId) {
        try {
            Response response = taskId == null
                    ? client.request()
                            .contentType("application/json")
                            .body("{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"p\"}}")
                            .post("/v1/images/generations")
                    : client.request().get("/v1/tasks/" + taskId);
            String result = response.statusCode() == 200
                    ? taskId == null ? "created " + response.path("data.taskId") : "polled " + response.path("status")
                    : "rejected " + response.statusCode();
            return result + " " + response.header("Darkroom-Fault");
        } catch (Exception noResponse) {
            return "no response in a storm";
        }
    }

    private static String rules(String rules) {
        return "{\"rules\":[" + rules + "]}";
    }
}
