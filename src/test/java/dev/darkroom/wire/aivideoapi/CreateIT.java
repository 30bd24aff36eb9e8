package dev.darkroom.wire.aivideoapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule of the create request, and the message for each violation. {@link InputIT} has those of its input. */
@WireTest
class CreateIT {

    private static final String IMAGE_URLS = "\"image_urls\":[\"https://example.com/a.png\"]";

    private final AiVideoApiClient client = new AiVideoApiClient();

    @Test
    @Documented(
            value = "seeds/001: Common Scenarios, invalid_request",
            rule = "a request without a model gets 400 with the body of the example",
            negativeTest = "ExamplesIT.acceptsEveryExampleWithoutWarning",
            of = {"invalid_request", "RequestFields.model"})
    void reportsMissingModelWithDocumentedText() {
        assertThat(client.create("{\"input\":{\"prompt\":\"p\"}}")
                        .then()
                        .statusCode(400)
                        .extract()
                        .asString())
                .isEqualTo("{\"error\":{\"code\":\"invalid_request\",\"message\":\"'model' is required.\","
                        + "\"type\":\"invalid_request_error\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|'model' is required.",
                "{\"model\":null}|'model' is required.",
                "{\"model\":\"\"}|'model' is required.",
                "{\"model\":\"gpt-image-2\"}|'input' is required.",
                "{\"model\":\"gpt-image-2\",\"input\":null}|'input' is required.",
                "{\"model\":\"gpt-image-2\",\"input\":{}}|'prompt' or 'image_urls' is required.",
                "{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"\"}}|'prompt' or 'image_urls' is required.",
                "{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"\",\"image_urls\":[]}}|'prompt' or 'image_urls' is required.",
                "{\"model\":\"gpt-image-2\",\"prompt\":\"\"}|'prompt' or 'image_urls' is required."
            })
    @Documented(
            value = "seeds/001: Request Body, Required",
            rule = "model is required, and so is input",
            negativeTest = "ExamplesIT.acceptsEveryExampleWithoutWarning",
            of = "RequestFields.model",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "seeds/001: Input Parameters, At least one of prompt or image_urls must be provided",
            rule = "a request with neither prompt nor references gets 400",
            negativeTest = "InputIT.acceptsReferencesWithoutPrompt",
            of = {"Input.prompt", "Input.image_urls"},
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/aivideoapi.md §3, an empty prompt",
            certainty = Certainty.INFERRED,
            rule = "null, and an empty model, prompt or list of references, count as missing",
            negativeTest = "treatsNullAsMissing",
            of = {"RequestFields.model", "Input.prompt", "Input.image_urls"})
    @Documented(
            value = "providers/aivideoapi.md §8, the documented text for other fields",
            certainty = Certainty.INFERRED,
            rule = "the message names each missing field as it does model",
            negativeTest = Documented.SAME)
    void namesMissingField(String body, String message) {
        assertInvalid(client.create(body), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"model\":5}|'model' is invalid. It must be a string.",
                "{\"model\":\"gpt-image-2\",\"input\":[]}|'input' is invalid. It must be an object.",
                "{\"model\":\"gpt-image-2\",\"input\":\"p\"}|'input' is invalid. It must be an object.",
                "{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"p\"},\"callback_url\":5}|'callback_url' is invalid. It must be a string.",
                "{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"p\"},\"callback_url\":\"\"}|'callback_url' is invalid. It must be an http or https URL.",
                "{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"p\"},\"callback_url\":\"file:///etc/passwd\"}|'callback_url' is invalid. It must be an http or https URL.",
                "{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"p\"},\"callback_url\":\"http://h:99999/\"}|'callback_url' is invalid. It must be an http or https URL."
            })
    @Documented(
            value = "seeds/001: Request Body, Type",
            rule = "model and callback_url are strings, and input is an object",
            negativeTest = "ExamplesIT.acceptsEveryExampleWithoutWarning",
            of = {"RequestFields.model", "RequestFields.callback_url"},
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/aivideoapi.md §10, addresses that are not http",
            certainty = Certainty.INFERRED,
            rule = "callback_url is an http or https URL",
            negativeTest = "acceptsPrivateCallbackUrls",
            of = "RequestFields.callback_url",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/aivideoapi.md §8, the texts",
            certainty = Certainty.INFERRED,
            rule = "the message names the invalid field and says what it accepts",
            negativeTest = Documented.SAME)
    void namesInvalidFieldOfBody(String body, String message) {
        assertInvalid(client.create(body), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-image-1", "GPT-Image-2", "gpt-image-2 ", "dall-e-3"})
    @Documented(
            value = "seeds/001: Error Reference, model_not_found: Model does not exist or is inactive",
            rule = "a model that does not exist gets 404 model_not_found",
            negativeTest = "ExamplesIT.acceptsEveryExampleWithoutWarning",
            of = {"model_not_found", "RequestFields.model"},
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/aivideoapi.md §8, 404 for any other string; the page also says: Must be gpt-image-2",
            certainty = Certainty.INFERRED,
            rule = "every string except gpt-image-2 is a model that does not exist, not an invalid parameter",
            negativeTest = "namesInvalidFieldOfBody",
            of = {"model_not_found", "RequestFields.model"},
            witness = "openai-python 3.22.1")
    @Documented(
            value = "the table's description, with the model",
            certainty = Certainty.INFERRED,
            rule = "the message names the model",
            negativeTest = Documented.SAME)
    void rejectsUnknownModel(String model) {
        client.create("{\"model\":\"" + model + "\",\"input\":{\"prompt\":\"p\"}}")
                .then()
                .statusCode(404)
                .body("error.code", equalTo("model_not_found"))
                .body("error.type", equalTo("invalid_request_error"))
                .body("error.message", equalTo("Model '" + model + "' does not exist or is inactive."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:3000/hook",
                "http://my_app:3000/hook",
                "https://user:pw@10.0.0.7/a?b=c#d",
                "HTTP://[::1]:8080/"
            })
    void acceptsPrivateCallbackUrls(String url) {
        client.createTaskWithCallback(url.replace("localhost:3000", "localhost:1"));
    }

    @Test
    void treatsNullAsMissing() {
        client.create(
                        "{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"p\",\"image_urls\":null,\"aspect_ratio\":null,"
                                + "\"resolution\":null,\"nsfw_checker\":null},\"callback_url\":null}")
                .then()
                .statusCode(200);
    }

    @Test
    @Documented(
            value = "providers/aivideoapi.md §3, unknown fields are ignored",
            certainty = Certainty.INFERRED,
            rule = "an unknown field is ignored",
            negativeTest = "namesInvalidFieldOfBody",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "design §2, the header Darkroom-Warning",
            certainty = Certainty.SCOPE,
            rule = "a warning names each unknown field and the field that was meant",
            negativeTest = "ExamplesIT.acceptsEveryExampleWithoutWarning")
    void ignoresUnknownFieldWithWarning() {
        Response response = client.create("{\"model\":\"gpt-image-2\",\"webhook\":\"x\",\"prompt\":\"top\","
                + "\"input\":{\"prompt\":\"p\",\"size\":\"1024x1024\",\"promt\":1,\"zzz\":{\"deep\":[1]}}}");

        response.then().statusCode(200);
        assertThat(response.headers().getValues("Darkroom-Warning"))
                .containsExactly(
                        "`webhook` is not a field of the request body; did you mean `callback_url`?",
                        "`prompt` is not a field of the request body; did you mean `input.prompt`?",
                        "`size` is not a field of input; did you mean `aspect_ratio`?",
                        "`promt` is not a field of input; did you mean `prompt`?",
                        "`zzz` is not a field of input");
    }

    @Test
    void warnsAboutMisspelledFieldInErrorResponse() {
        Response response = client.create(inputOf("\"promt\":\"p\""));

        assertInvalid(response, "'prompt' or 'image_urls' is required.");
        assertThat(response.header("Darkroom-Warning"))
                .isEqualTo("`promt` is not a field of input; did you mean `prompt`?");
    }

    @Test
    void treatsNullInputAsMissing() {
        client.create("{\"model\":\"gpt-image-2\",\"input\":null,\"prompt\":\"p\"}")
                .then()
                .statusCode(200)
                .header("Darkroom-Warning", (String) null);
    }

    @Test
    @Documented(
            value = "providers/aivideoapi.md §3.1; the example of the product page has a prompt only",
            certainty = Certainty.INFERRED,
            rule = "the other fields of input may be at the top level like the prompt, with the same rules",
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1")
    void flatBodyAcceptsAllInputFields() {
        Response response = client.create("{\"model\":\"gpt-image-2\",\"prompt\":\"p\"," + IMAGE_URLS
                + ",\"resolution\":\"4k\",\"aspect_ratio\":\"2:1\",\"nsfw_checker\":false,\"size\":\"x\"}");

        response.then().statusCode(200);
        assertThat(client.control("GET", "/tasks", "").getList("tasks.size")).containsExactly("3840x1920");
        assertThat(client.balance()).isEqualByComparingTo("9992.8");
        assertThat(response.headers().getValues("Darkroom-Warning"))
                .containsExactly("`size` is not a field of the request body; did you mean `aspect_ratio`?");
        assertInvalid(
                client.create("{\"model\":\"gpt-image-2\",\"image_urls\":[\"x\"]}"),
                "'image_urls[0]' is invalid. It must be an http or https URL.");
        assertInvalid(
                client.create("{\"model\":\"gpt-image-2\",\"prompt\":\"p\",\"resolution\":\"5k\"}"),
                "'resolution' is invalid. Use one of: 1k, 2k, 4k.");
    }

    @Test
    void respondsInJsonForAnyAcceptHeader() {
        String task = client.createTask("\"prompt\":\"p\"");
        for (String accept : new String[] {"text/html", "image/png", "nonsense"}) {
            client.api()
                    .header("Accept", accept)
                    .get("/v1/tasks/" + task)
                    .then()
                    .statusCode(200)
                    .header("Content-Type", equalTo("application/json"));
        }
    }

    private static void assertInvalid(Response response, String message) {
        response.then()
                .statusCode(400)
                .body("error.code", equalTo("invalid_request"))
                .body("error.type", equalTo("invalid_request_error"))
                .body("error.message", equalTo(message));
    }

    private static String inputOf(String fields) {
        return "{\"model\":\"gpt-image-2\",\"input\":{" + fields + "}}";
    }
}
