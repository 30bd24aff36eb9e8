package dev.darkroom.wire.control;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.startsWith;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.client.Contract;
import dev.darkroom.wire.server.WireTest;
import org.junit.jupiter.api.Test;

@WireTest
class OperationsIT {

    @Test
    void reportsReadiness() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void measuresTasksCreditsCallbacksAndLatencies() {
        AiVideoApiClient client = new AiVideoApiClient();
        client.freeze();
        client.createTask("\"prompt\":\"p\"");
        client.createTaskWithCallback("http://localhost:1/");
        client.advance("1h");

        String metrics = given().get("/q/metrics").asString();

        assertThat(metrics)
                .containsPattern("darkroom_tasks\\{status=\"completed\"} [1-9]")
                .containsPattern("darkroom_credits\\{state=\"captured\"} [1-9]")
                .containsPattern("darkroom_callback_attempts_total\\{result=\"unanswered\"} [1-9]")
                .containsPattern(
                        "http_server_requests_seconds_count\\{.*uri=\"/aivideoapi/v1/images/generations\"} [1-9]");
    }

    @Test
    void servesContractsAsJson() {
        given().filter(Contract.filterFor("control"))
                .get("/_darkroom/contract/aivideoapi.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("openapi", startsWith("3."))
                .body("paths", hasKey("/v1/images/generations"));
        given().get("/_darkroom/contract/control.json")
                .then()
                .statusCode(200)
                .body("components.schemas.Then.properties.latency.description", equalTo("The response is late"));
        given().get("/_darkroom/contract/nope.json")
                .then()
                .statusCode(404)
                .body("error.message", containsString("no contract"));
    }

    @Test
    void servesContractsFidelityTablesAndSwaggerUi() {
        given().get("/_darkroom/contract/aivideoapi.yaml")
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .body(containsString("/v1/images/generations"));
        given().get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .body(containsString("/_darkroom/contract/aivideoapi.yaml"))
                .body(containsString("/_darkroom/contract/control.yaml"));
        given().redirects().follow(false).get("/q/swagger-ui").then().statusCode(302);
        given().get("/q/swagger-ui/swagger-ui.css").then().statusCode(200).contentType("text/css");
        given().get("/q/swagger-ui/nope.css").then().statusCode(404);
        given().get("/_darkroom/fidelity/aivideoapi.md")
                .then()
                .statusCode(200)
                .contentType("text/markdown;charset=UTF-8")
                .body(containsString("| `insufficient_credits`"));
        given().get("/_darkroom/fidelity/nope.md").then().statusCode(404);
        given().get("/q/openapi").then().statusCode(200).body(containsString("/clock"));
    }
}
