package dev.darkroom.wire.account;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.client.Contract;
import dev.darkroom.wire.server.WireTest;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WireTest
class KeysIT {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "sk-a", "Basic sk-a", "Bearer", "Bearer pk-a", "Bearer sk-", "Bearer SK-a", "Bearer sk-a b"})
    @Documented(
            value = "seeds/001: Common Scenarios, invalid_api_key: The key does not start with sk-",
            rule = "a key that does not start with sk- gets 401 invalid_api_key",
            negativeTest = "opensOneSandboxPerKey",
            of = "invalid_api_key",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "the curl examples send nothing else",
            certainty = Certainty.INFERRED,
            rule = "a header that is not Bearer and one key, or a key that is only sk-, gets 401",
            negativeTest = "opensOneSandboxPerKey",
            of = "invalid_api_key",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "the table's description, followed by the reason",
            certainty = Certainty.INFERRED,
            rule = "the message begins with the table's description",
            negativeTest = Documented.SAME)
    void rejectsInvalidKey(String header) {
        given().filter(Contract.AI_VIDEO_API)
                .header("Authorization", header)
                .get("/v1/credits")
                .then()
                .statusCode(401)
                .body("error.code", equalTo("invalid_api_key"))
                .body("error.type", equalTo("authentication_error"))
                .body("error.message", startsWith("API key is invalid, disabled, or deleted. "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/credits", "/v1/tasks/0c0d9a52-7d2b-4c58-9a51-3f5b7d1e88aa"})
    @Documented(
            value = "the curl examples all send a key",
            certainty = Certainty.INFERRED,
            rule = "a request without a key gets 401",
            negativeTest = "opensOneSandboxPerKey",
            witness = "openai-python 3.22.1")
    void rejectsMissingKey(String path) {
        given().filter(Contract.AI_VIDEO_API).get(path).then().statusCode(401);
    }

    @Test
    @Documented(
            value = "providers/aivideoapi.md §8, order of checks",
            certainty = Certainty.INFERRED,
            negativeTest = "HostileInputIT.rejectsMalformedBody",
            witness = "openai-python 3.22.1")
    void checksKeyBeforeBody() {
        given().filter(Contract.AI_VIDEO_API)
                .contentType("application/json")
                .body("{")
                .post("/v1/images/generations")
                .then()
                .statusCode(401);
    }

    @Test
    @Documented(
            value = "design §1, the API key is the sandbox",
            certainty = Certainty.SCOPE,
            rule = "every key that starts with sk- is valid, and has its own balance",
            negativeTest = "rejectsInvalidKey")
    void opensOneSandboxPerKey() {
        AiVideoApiClient first = new AiVideoApiClient();
        AiVideoApiClient second = new AiVideoApiClient();

        first.createTask("\"prompt\":\"p\"");

        assertThat(first.balance()).isEqualByComparingTo("9997.6");
        assertThat(second.balance()).isEqualByComparingTo(BigDecimal.valueOf(10_000));
    }

    @Test
    @Documented(
            value = "providers/aivideoapi.md §5, another owner's task",
            certainty = Certainty.INFERRED,
            negativeTest = Documented.SAME,
            of = "task_not_found",
            witness = "openai-python 3.22.1")
    void doesNotFindTaskOfAnotherKey() {
        AiVideoApiClient owner = new AiVideoApiClient();
        String task = owner.createTask("\"prompt\":\"p\"");

        owner.poll(task).then().statusCode(200);
        new AiVideoApiClient().poll(task).then().statusCode(404).body("error.code", equalTo("task_not_found"));
    }
}
