package dev.darkroom.wire.aivideoapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule of the create request, and the message for each violation. */
@WireTest
class CreateIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @Test
    @Documented(
            value = "seeds/001: Common Scenarios, invalid_request",
            of = {"invalid_request", "CreateRequest.model"})
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
            value = "seeds/001: Request Body",
            of = {"CreateRequest.model", "Input.prompt", "Input.image_urls"})
    @Documented(value = "providers/aivideoapi.md §8, the texts", certainty = Certainty.INFERRED)
    void namesMissingField(String body, String message) {
        assertInvalid(client.create(body), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"prompt\":1|'prompt' is invalid. It must be a string.",
                "\"prompt\":[\"p\"]|'prompt' is invalid. It must be a string.",
                "\"prompt\":true|'prompt' is invalid. It must be a string.",
                "\"prompt\":\"a\\u0000b\"|'prompt' is invalid. It contains the character U+0000.",
                "\"prompt\":\"a\\ud800b\"|'prompt' is invalid. It contains half a surrogate pair (U+D800).",
                "\"image_urls\":\"https://e.com/a.png\"|'image_urls' is invalid. It must be an array of strings.",
                "\"image_urls\":{}|'image_urls' is invalid. It must be an array of strings.",
                "\"image_urls\":[1]|'image_urls[0]' is invalid. It must be a string.",
                "\"image_urls\":[\"https://e.com/a.png\",null]|'image_urls[1]' is invalid. It must be a string.",
                "\"image_urls\":[\"\"]|'image_urls[0]' is invalid. It must be an http or https URL.",
                "\"image_urls\":[\"ftp://e.com/a.png\"]|'image_urls[0]' is invalid. It must be an http or https URL.",
                "\"image_urls\":[\"https://\"]|'image_urls[0]' is invalid. It must be an http or https URL.",
                "\"image_urls\":[\"data:image/png;base64,AA\"]|'image_urls[0]' is invalid. It must be an http or https URL. A data: URI is accepted only if darkroom.aivideoapi.data-uris is true.",
                "\"prompt\":\"p\",\"aspect_ratio\":\"16x9\"|'aspect_ratio' is invalid. Use one of: auto, 1:1, 5:4, 4:3, 3:2, 16:9, 21:9, 9:16, 4:5, 3:4, 2:3, 2:1, 1:2, 9:21.",
                "\"prompt\":\"p\",\"aspect_ratio\":\"3:1\"|'aspect_ratio' is invalid. Use one of: auto, 1:1, 5:4, 4:3, 3:2, 16:9, 21:9, 9:16, 4:5, 3:4, 2:3, 2:1, 1:2, 9:21.",
                "\"prompt\":\"p\",\"aspect_ratio\":1|'aspect_ratio' is invalid. It must be a string.",
                "\"prompt\":\"p\",\"resolution\":\"1K\"|'resolution' is invalid. Use one of: 1k, 2k, 4k.",
                "\"prompt\":\"p\",\"resolution\":\"8k\"|'resolution' is invalid. Use one of: 1k, 2k, 4k.",
                "\"prompt\":\"p\",\"resolution\":2|'resolution' is invalid. It must be a string.",
                "\"prompt\":\"p\",\"nsfw_checker\":\"true\"|'nsfw_checker' is invalid. It must be true or false.",
                "\"prompt\":\"p\",\"nsfw_checker\":1|'nsfw_checker' is invalid. It must be true or false.",
                "\"prompt\":\"p\",\"resolution\":\"4k\"|'aspect_ratio' is required. With 'resolution' 4k, use one of: 16:9, 21:9, 9:16, 2:1, 1:2, 9:21.",
                "\"prompt\":\"p\",\"resolution\":\"4k\",\"aspect_ratio\":\"auto\"|'aspect_ratio' is invalid. With 'resolution' 4k, use one of: 16:9, 21:9, 9:16, 2:1, 1:2, 9:21.",
                "\"prompt\":\"p\",\"resolution\":\"4k\",\"aspect_ratio\":\"1:1\"|'aspect_ratio' is invalid. With 'resolution' 4k, use one of: 16:9, 21:9, 9:16, 2:1, 1:2, 9:21."
            })
    @Documented(value = "seeds/001: Input Parameters", of = "Input.*")
    @Documented(value = "providers/aivideoapi.md §8, the texts", certainty = Certainty.INFERRED)
    void namesInvalidFieldOfInput(String input, String message) {
        assertInvalid(client.create(inputOf(input)), message);
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
    @Documented(value = "seeds/001: Request Body", of = "CreateRequest.model")
    @Documented(
            value = "providers/aivideoapi.md §10, addresses that are not http",
            certainty = Certainty.INFERRED,
            of = "CreateRequest.callback_url")
    void namesInvalidFieldOfBody(String body, String message) {
        assertInvalid(client.create(body), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-image-1", "GPT-Image-2", "gpt-image-2 ", "dall-e-3"})
    @Documented(value = "seeds/001: Error Reference, model_not_found", of = "model_not_found")
    @Documented(value = "providers/aivideoapi.md §8, for any other string", certainty = Certainty.INFERRED)
    void rejectsUnknownModel(String model) {
        client.create("{\"model\":\"" + model + "\",\"input\":{\"prompt\":\"p\"}}")
                .then()
                .statusCode(404)
                .body("error.code", equalTo("model_not_found"))
                .body("error.type", equalTo("invalid_request_error"))
                .body("error.message", equalTo("Model '" + model + "' does not exist or is inactive."));
    }

    @Test
    @Documented(value = "seeds/001: Input Parameters, prompt: max 20,000 characters", of = "Input.prompt")
    @Documented(value = "the usual meaning of characters: code points", certainty = Certainty.INFERRED)
    void limitsPromptTo20000Characters() {
        client.createTask("\"prompt\":\"" + "p".repeat(20_000) + "\"");
        client.createTask("\"prompt\":\"" + "🎞".repeat(20_000) + "\"");
        assertInvalid(
                client.create(inputOf("\"prompt\":\"" + "p".repeat(20_001) + "\"")),
                "'prompt' is invalid. It has 20,001 characters; at most 20,000 are allowed.");
    }

    @Test
    @Documented(value = "seeds/001: Input Parameters, image_urls: Maximum 16 images", of = "Input.image_urls")
    void limitsReferencesTo16() {
        client.createTask(imageUrls(16));
        assertInvalid(
                client.create(inputOf(imageUrls(17))),
                "'image_urls' is invalid. It has 17 entries; at most 16 are allowed.");
    }

    @Test
    @Documented(
            value = "seeds/001: Input Parameters: At least one of prompt or image_urls must be provided",
            of = {"Input.prompt", "Input.image_urls"})
    void acceptsReferencesWithoutPrompt() {
        client.createTask(imageUrls(1));
        client.createTask("\"prompt\":\"\"," + imageUrls(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTPS://e.com/a.png",
                "https://ü.de/ü.png?a=b|c",
                "https://e.com/a b.png",
                "http://10.0.0.7:9/[x]"
            })
    void acceptsReferenceUrlsThatBrowsersAccept(String url) {
        client.createTask("\"image_urls\":[\"" + url + "\"]");
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
    @Documented(value = "providers/aivideoapi.md §3, unknown fields are ignored", certainty = Certainty.INFERRED)
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
    @Documented("seeds/000: API workflow")
    @Documented(value = "providers/aivideoapi.md §3.1, besides the contract's form", certainty = Certainty.INFERRED)
    void flatBodyAcceptsAllInputFields() {
        Response response = client.create("{\"model\":\"gpt-image-2\",\"prompt\":\"p\",\"resolution\":\"4k\","
                + "\"aspect_ratio\":\"2:1\",\"nsfw_checker\":false,\"size\":\"x\"}");

        response.then().statusCode(200);
        assertThat(response.headers().getValues("Darkroom-Warning"))
                .containsExactly("`size` is not a field of the request body; did you mean `aspect_ratio`?");
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

    private static String imageUrls(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"https://example.com/" + i + ".png\"")
                .collect(Collectors.joining(",", "\"image_urls\":[", "]"));
    }
}
