package dev.darkroom.wire.control;

import static dev.darkroom.wire.server.TestServer.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.filter.Filter;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and responses for faults, weather, journal, report and docs match the contract of the control API. */
@WireTest
class ControlContractIT {

    private static final Filter CONTRACT = new OpenApiValidationFilter(
            OpenApiInteractionValidator.createFor("contract/control.yaml").build());

    private static final String RULES = """
            {"rules": [
              {"name": "a", "when": {"operation": "create", "dialect": "aivideoapi", "model": "gpt-*", "prompt": "x",
                 "probability": 0.5, "skip": 1, "times": 2, "ttl": "10m", "ramp": "1m",
                 "window": {"after": "1s", "duration": "2s", "every": "3s"}}, "then": {"error": "upstream_error"}},
              {"when": {"operation": "poll", "task_id": "397ce9f2-c04e-4244-ac33-3af19a7cc297"},
                 "then": {"latency": {"min": "1ms", "max": "2ms"}}},
              {"when": {"operation": "file"}, "then": {"slow": true}},
              {"then": {"fail": {"code": "upstream_error", "after": "1s"}}},
              {"then": {"duplicate": 3}},
              {"when": {"operation": "credits"}, "then": {"outage": "1m"}}
            ]}""";

    private final AiVideoApiClient client = new AiVideoApiClient();

    @Test
    void faultsMatchContract() {
        json(RULES).post("/_darkroom/faults").then().statusCode(200);
        json("{\"rules\":[{\"name\":\"last\",\"when\":{\"operation\":\"poll\"},\"then\":{\"drip\":true}}]}")
                .patch("/_darkroom/faults")
                .then()
                .statusCode(200)
                .body("rules.name", hasItem("last"));
        client.request().get("/v1/credits").then().statusCode(503);
        String rules = validated().get("/_darkroom/faults").asString();
        json(rules).post("/_darkroom/faults").then().statusCode(200);
        validated().delete("/_darkroom/faults").then().statusCode(200).body("rules.size()", equalTo(0));
    }

    @Test
    void weatherMatchesContract() {
        validated().get("/_darkroom/weather").then().statusCode(200).body("now", equalTo("clear"));
        validated().get("/_darkroom/weather/storm").then().statusCode(200).contentType("application/yaml");
        json("{\"ttl\":\"10m\"}").put("/_darkroom/weather/storm").then().statusCode(200);
        validated().get("/_darkroom/weather").then().body("now", equalTo("storm"));
        json("{\"rules\":[]}").patch("/_darkroom/faults").then().statusCode(200);
        validated().get("/_darkroom/weather").then().body("now", equalTo("storm"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clear", "drizzle", "rate-limited", "slow-lane", "storm", "outage", "callback-hell"})
    void everyWeatherMatchesContract(String name) {
        validated().put("/_darkroom/weather/" + name).then().statusCode(200);
        validated().get("/_darkroom/faults").then().statusCode(200);
    }

    @Test
    void journalAndReportMatchContract() {
        client.freeze();
        String task = client.createTaskWithCallback("http://localhost:1/hook");
        client.advance("1h");
        client.createFrom("\"prompt\":\"[[reject: internal_error]]\",\"n\":1");
        client.poll(task);
        client.request().body("no json").post("/v1/images/generations");
        client.request().get("/v1/nope");

        validated()
                .get("/_darkroom/journal?status=5xx&path=/v1/*&operation=create&limit=10&wait=1s&count=1&since=0")
                .then()
                .statusCode(200)
                .body("exchanges.size()", equalTo(1));
        validated().get("/_darkroom/journal").then().statusCode(200).body("exchanges.size()", equalTo(5));
        validated()
                .get("/_darkroom/journal?detail=summary")
                .then()
                .statusCode(200)
                .body("exchanges.size()", equalTo(5));
        validated().get("/_darkroom/report").then().statusCode(200);
        json("{\"match\":{\"json\":{\"input.prompt\":\"q\"}}}")
                .post("/_darkroom/journal/verify")
                .then()
                .statusCode(406);
        validated().delete("/_darkroom/journal").then().statusCode(200).body("exchanges.size()", equalTo(0));
    }

    @Test
    void docsMatchContract() {
        given().filter(CONTRACT)
                .get("/_darkroom/docs")
                .then()
                .statusCode(200)
                .contentType("text/markdown;charset=UTF-8");
        given().filter(CONTRACT).get("/_darkroom/docs/index.md").then().statusCode(200);
        given().filter(CONTRACT).get("/_darkroom/docs/nope.md").then().statusCode(404);
    }

    private RequestSpecification json(String body) {
        return validated().contentType("application/json").body(body);
    }

    private RequestSpecification validated() {
        return client.request().filter(CONTRACT);
    }
}
