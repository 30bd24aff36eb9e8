package dev.darkroom.wire.aivideoapi;

import static dev.darkroom.wire.client.ErrorAssertions.assertRefused;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import org.junit.jupiter.api.Test;

@WireTest
class ModelIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @Test
    @Documented(
            value = "seeds/001: Error Reference, model_not_found: Model does not exist or is inactive",
            rule = "an inactive model gets 404 model_not_found",
            negativeTest = Documented.SAME,
            of = "model_not_found",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "inactive_models of the control API, design §3",
            certainty = Certainty.SCOPE,
            rule = "the control API makes a model inactive for one key",
            negativeTest = Documented.SAME)
    void reportsInactiveModelAsNotFound() {
        client.changeSandbox("{\"inactive_models\":[\"gpt-image-2\"]}");
        assertRefused(
                client.create(),
                404,
                "model_not_found",
                "invalid_request_error",
                "Model 'gpt-image-2' does not exist or is inactive.");
        new AiVideoApiClient().create().then().statusCode(200);

        client.changeSandbox("{\"inactive_models\":[]}");
        client.create().then().statusCode(200);
    }

    @Test
    void rejectsUnknownInactiveModel() {
        client.request()
                .body("{\"inactive_models\":[\"gpt-image-2\",\"gpt-image\"]}")
                .put("/_darkroom/sandbox")
                .then()
                .statusCode(400)
                .body(
                        "error.message",
                        allOf(
                                startsWith("'inactive_models[1]' is invalid. Use one of: "),
                                containsString("gpt-image-2")));
    }
}
