package dev.darkroom.wire.control;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.darkroom.chaos.PromptTriggers;
import dev.darkroom.chaos.fault.FaultType;
import dev.darkroom.chaos.fault.FaultTypes;
import dev.darkroom.sandbox.KeyTrigger;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.client.Contract;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Programs learn the names that rules and triggers can use. */
@WireTest
class VocabularyIT {

    private final JsonPath vocabulary = given().filter(Contract.filterFor("control"))
            .get("/_darkroom/vocabulary")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    @Test
    void listsDialectsAsTheIndexDoes() {
        assertThat(vocabulary.getList("dialects.name"))
                .isEqualTo(given().get("/_darkroom").jsonPath().getList("dialects.name"));
    }

    @Test
    void keyPrefixesAreNotMasked() {
        assertThat(dialect("aivideoapi").get("key_prefixes")).isEqualTo(List.of("sk-"));
        assertThat(dialect("openai").get("key_prefixes")).isEqualTo(List.of("sk-", "sk-proj-", "sk-svcacct-"));
        assertThat(dialect("azure").get("key_prefixes")).isEqualTo(List.of());
    }

    /** The name is also in the settings of Swagger UI, which are fixed when the server is built. */
    @Test
    void labelsAreThoseOfSwaggerUi() {
        String page = given().get("/q/swagger-ui/").asString();

        vocabulary.<Map<String, Object>>getList("dialects").forEach(dialect -> assertThat(page)
                .contains("\"/_darkroom/contract/" + dialect.get("name") + ".yaml\", name: \"" + dialect.get("label")
                        + "\""));
    }

    /** Rules with each of them are accepted. */
    @Test
    void rulesAcceptEveryErrorCode() {
        AiVideoApiClient client = new AiVideoApiClient();
        vocabulary.<Map<String, Object>>getList("dialects").forEach(dialect -> {
            for (Object code : (List<?>) dialect.get("error_codes")) {
                client.request()
                        .contentType("application/json")
                        .body("{\"rules\":[{\"when\":{\"dialect\":\"" + dialect.get("name")
                                + "\"},\"then\":{\"error\":\"" + code + "\"}}]}")
                        .post("/_darkroom/faults")
                        .then()
                        .statusCode(200);
            }
        });
    }

    @Test
    void describesEveryFault() {
        assertThat(vocabulary.getList("faults.name"))
                .isEqualTo(FaultTypes.ALL.stream().map(FaultType::name).toList());
        assertThat(fault("latency"))
                .isEqualTo(Map.of(
                        "name", "latency",
                        "target", "request",
                        "operations", List.of("create", "poll", "credits", "file"),
                        "main", "duration",
                        "components", List.of("duration", "min", "max", "median", "p95")));
        assertThat(fault("stall")).containsEntry("main", null).containsEntry("operations", List.of("task"));
    }

    /** The schema is in the document that the description refers to. */
    @Test
    void documentDescribesEveryFault() {
        JsonPath document = given().get("/_darkroom/contract/control.json").jsonPath();

        vocabulary.<String>getList("faults.name").forEach(name -> assertThat(
                        document.getString("components.schemas.Then.properties." + name + ".description"))
                .as(name)
                .isNotBlank());
    }

    @Test
    void listsTriggers() {
        assertThat(vocabulary.getList("triggers.prompt"))
                .isEqualTo(PromptTriggers.TRIGGERS)
                .contains("[[reject: <error code>]]", "[[nsfw]]", "[[stall]]");
        assertThat(vocabulary.getList("triggers.key"))
                .isEqualTo(KeyTrigger.words())
                .contains("broke", "capped-daily");
    }

    @Test
    void takesNoParametersExceptPretty() {
        given().get("/_darkroom/vocabulary?nope=1")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("invalid_request"));
        given().get("/_darkroom/vocabulary?pretty").then().body(containsString("\n  \"dialects\""));
    }

    private Map<String, Object> dialect(String name) {
        return vocabulary.getMap("dialects.find { it.name == '" + name + "' }");
    }

    private Map<String, Object> fault(String name) {
        return vocabulary.getMap("faults.find { it.name == '" + name + "' }");
    }
}
