package dev.darkroom.wire.account;

import static dev.darkroom.wire.client.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WireTest
class KeyStatusIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @ParameterizedTest
    @CsvSource({
        "disabled, The key is disabled.",
        "deleted, The key is deleted.",
        "banned, The user account of the key is banned."
    })
    @Documented(
            value = "seeds/001: Common Scenarios, invalid_api_key",
            rule = "a key that is disabled or deleted, or whose owner is banned, gets 401 invalid_api_key",
            negativeTest = "keepsNewKeyUsableAfterOldKeyIsDeleted",
            of = "invalid_api_key",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "no page says that an endpoint is exempt",
            certainty = Certainty.INFERRED,
            rule = "create, poll and credits check the status of the key",
            negativeTest = "keepsStateWhileKeyIsDisabled",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "the table's description, followed by the reason",
            certainty = Certainty.INFERRED,
            rule = "the message says why the key is invalid",
            negativeTest = Documented.SAME)
    void rejectsUnusableKeyAtEveryEndpoint(String status, String reason) {
        String task = client.createTask("\"prompt\":\"p\"");
        client.changeSandbox("{\"key_status\":\"" + status + "\"}");
        String message = "API key is invalid, disabled, or deleted. " + reason;

        assertRefused(client.create(), 401, "invalid_api_key", "authentication_error", message);
        assertRefused(client.poll(task), 401, "invalid_api_key", "authentication_error", message);
        assertRefused(client.credits(), 401, "invalid_api_key", "authentication_error", message);
    }

    @Test
    @Documented(
            value = "no page says that tasks of a disabled key stop",
            certainty = Certainty.INFERRED,
            rule = "the tasks of a disabled key go on, and can be read when it is active again",
            negativeTest = "rejectsUnusableKeyAtEveryEndpoint")
    void keepsStateWhileKeyIsDisabled() {
        String task = client.createTask("\"prompt\":\"p\"");
        client.changeSandbox("{\"key_status\":\"disabled\"}");
        client.advance("2s");
        client.changeSandbox("{\"key_status\":\"active\"}");

        assertThat(client.task(task).getString("status")).isEqualTo("completed");
        assertThat(client.balance()).isEqualByComparingTo("9997.6");
    }

    /** Reproduces a key rotation: create a new key, then delete the old one. */
    @Test
    @Documented(
            value = "providers/aivideoapi.md §2, rotation, on the vendor's authentication page",
            rule = "a new key is usable after the old one is deleted",
            negativeTest = Documented.SAME,
            of = "invalid_api_key")
    void keepsNewKeyUsableAfterOldKeyIsDeleted() {
        AiVideoApiClient newClient = new AiVideoApiClient();
        client.changeSandbox("{\"key_status\":\"deleted\"}");

        assertRefused(client.create(), 401, "invalid_api_key");
        newClient.create().then().statusCode(200);
    }
}
