package dev.darkroom.wire.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.image.Decoders;
import dev.darkroom.image.ImageFormat;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The paths and parameters of Azure, which has the images of OpenAI. */
@WireTest
class AzureIT {

    private final AzureClient client = new AzureClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.instant();
    }

    @Test
    @Documented(
            value = "providers/azure.md §4: as OpenAI",
            rule = "a response has the fields of OpenAI in the same order",
            negativeTest = Documented.SAME,
            dialect = "azure",
            of = {"Images.*", "Image.*", "Usage.*"})
    @Documented(
            value = "providers/azure.md §3: quality",
            rule = "the default quality is high",
            negativeTest = "resolvesParameters",
            dialect = "azure",
            of = {"ImageParameters.quality", "EditParameters.quality"})
    @Documented(
            value = "providers/azure.md §4: unknown for GPT image models",
            rule = "an image has no filter results",
            negativeTest = Documented.SAME,
            dialect = "azure",
            certainty = Certainty.INFERRED)
    void respondsInVendorsOrder() {
        Response response = client.generateFrom("p");

        assertThat(response.asString().replaceAll("\"b64_json\":\"[^\"]+\"", "\"b64_json\":\"\""))
                .matches("\\{\"created\":\\d{10},\"background\":\"opaque\",\"data\":\\[\\{\"b64_json\":\"\"}],"
                        + "\"output_format\":\"png\",\"quality\":\"high\",\"size\":\"1024x1024\",\"usage\":\\{"
                        + "\"input_tokens\":7,\"input_tokens_details\":\\{\"image_tokens\":0,\"text_tokens\":7},"
                        + "\"output_tokens\":7024,\"output_tokens_details\":\\{\"image_tokens\":7024,"
                        + "\"text_tokens\":0},\"total_tokens\":7031}}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).isEqualTo("application/json");
        assertThat(response.header("Darkroom-Dialect")).isEqualTo("azure");
        BufferedImage image = Decoders.decode(ImageFormat.PNG, OpenAiClient.image(response, 0));
        assertThat(image.getWidth() + "x" + image.getHeight()).isEqualTo("1024x1024");
    }

    @Test
    @Documented(
            value = "providers/azure.md §4: headers",
            rule = "a response has x-ms-region, and an apim-request-id of its own",
            negativeTest = Documented.SAME,
            dialect = "azure",
            certainty = Certainty.INFERRED)
    void responseHasVendorsHeaders() {
        Response first = client.generateFrom("p");
        Response second = client.generateWith("\"n\":0");

        assertThat(first.header("apim-request-id"))
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(second.header("apim-request-id"));
        assertThat(second.header("apim-request-id")).matches("[0-9a-f]{32}");
        assertThat(first.header("x-ms-region")).isNotEmpty();
        assertThat(first.header("x-request-id")).startsWith("req_");
        assertThat(first.header("x-ratelimit-limit-requests")).matches("\\d+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/openai/v1/images/generations",
                "/openai/v1/images/generations?api-version=preview",
                "/openai/deployments/my-images/images/generations?api-version=2024-10-21",
                "/openai/deployments/my-images/images/generations?api-version=2025-04-01-preview",
                "/azure/openai/v1/images/generations",
                "/azure/openai/deployments/my-images/images/generations?api-version=2024-10-21"
            })
    @Documented(
            value = "providers/azure.md §1: paths",
            rule = "images are generated at the v1 path, and at the path of a deployment with an api-version",
            negativeTest = "rejectsPathWithoutVersion",
            dialect = "azure")
    void generatesAtBothKindsOfPath(String path) {
        Response response = generateAt(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("Darkroom-Dialect")).isEqualTo("azure");
        assertThat(client.control("GET", "/tasks", "").getString("tasks[0].model"))
                .isEqualTo("my-images");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "?api-version=", "?api-version=preview", "?api-version=2025-04", "?api_version=2024-10-21"})
    @Documented(
            value = "providers/azure.md §1: missing or unknown api-version",
            rule = "the path of a deployment without a valid api-version is not found",
            negativeTest = "generatesAtBothKindsOfPath",
            dialect = "azure",
            certainty = Certainty.INFERRED,
            of = "404")
    void rejectsPathWithoutVersion(String query) {
        for (String operation : new String[] {"generations", "edits"}) {
            Response refused = client.post(AzureClient.DEPLOYMENT + operation + query, AzureClient.body());

            assertThat(refused.asString())
                    .isEqualTo("{\"error\":{\"code\":\"404\",\"message\":\"Resource not found\"}}");
            assertThat(refused.statusCode()).isEqualTo(404);
            assertThat(refused.header("Darkroom-Warning")).contains("`api-version`");
        }
    }

    @Test
    @Documented(
            value = "providers/azure.md §1: the model is the name of the deployment",
            rule = "at the v1 path the model names the deployment, and at the path of a deployment it has no effect",
            negativeTest = Documented.SAME,
            dialect = "azure",
            of = {"ImageParameters.model", "EditParameters.model"})
    @Documented(
            value = "providers/azure.md §1: the client chooses the name of its deployment",
            rule = "every name is a deployment, of gpt-image-2 unless it is the name of another model",
            negativeTest = "AzureErrorsIT.namesDeploymentThatIsMissing",
            dialect = "azure",
            certainty = Certainty.INFERRED)
    void modelIsNameOfDeployment() {
        client.post(AzureClient.GENERATIONS, "{\"model\":\"gpt-image-1.5\",\"prompt\":\"p\"}")
                .then()
                .statusCode(200);
        assertThat(tasks("model")).containsExactly("gpt-image-1.5");
        assertThat(tasks("mode")).containsExactly("gpt-image-1.5");

        client.generateWith("\"model\":\"gpt-image-1.5\"").then().statusCode(200);
        assertThat(tasks("model")).containsExactlyInAnyOrder("gpt-image-1.5", "my-images");
        assertThat(tasks("mode")).containsExactlyInAnyOrder("gpt-image-1.5", "gpt-image-2-2026-04-21");

        assertThat(client.post(AzureClient.GENERATIONS, "{\"prompt\":\"p\"}").<String>path("error.param"))
                .isEqualTo("model");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"quality\":\"low\",\"size\":\"1536x864\" | opaque | png | low | 1536x864 | 1",
                "\"quality\":\"medium\",\"n\":2 | opaque | png | medium | 1024x1024 | 2",
                "\"background\":\"transparent\",\"quality\":\"low\" | transparent | png | low | 1024x1024 | 1",
                "\"output_format\":\"jpeg\",\"output_compression\":50 | opaque | jpeg | high | 1024x1024 | 1",
                "\"user\":\"u\",\"safety_identifier\":\"s\",\"moderation\":\"low\" | opaque | png | high | 1024x1024 | 1",
                "\"stream\":false,\"partial_images\":0,\"quality\":null | opaque | png | high | 1024x1024 | 1"
            })
    @Documented(
            value = "providers/azure.md §3: as OpenAI",
            rule = "the other parameters are those of OpenAI",
            negativeTest = "rejectsValueThatAzureLacks",
            dialect = "azure",
            of = {"ImageParameters.*", "EditParameters.*"})
    void resolvesParameters(String fields, String background, String format, String quality, String size, int n) {
        String image = "\"images\":[{\"image_url\":\"" + Parts.dataUrl(Parts.png(64, 64)) + "\"}],";
        Response[] responses = {client.generateWith(fields), client.editWith(image + fields)};

        for (Response response : responses) {
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.<String>path("background")).isEqualTo(background);
            assertThat(response.<String>path("output_format")).isEqualTo(format);
            assertThat(response.<String>path("quality")).isEqualTo(quality);
            assertThat(response.<String>path("size")).isEqualTo(size);
            assertThat(response.jsonPath().getList("data")).hasSize(n);
        }
        assertThat(responses[0].<Integer>path("usage.input_tokens_details.image_tokens"))
                .isZero();
        assertThat(responses[1].<Integer>path("usage.input_tokens_details.image_tokens"))
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "output_format | \"webp\" | invalid_value | Invalid value: 'webp'. Supported values are: 'png' and 'jpeg'.",
                "quality | \"xhigh\" | invalid_value | Invalid value: 'xhigh'. Supported values are: 'low', 'medium', 'high', and 'auto'.",
                "response_format | \"b64_json\" | unknown_parameter | Unknown parameter: 'response_format'."
            })
    @Documented(
            value = "providers/azure.md §3: output_format and response_format",
            rule = "there is no webp, and no response_format",
            negativeTest = "resolvesParameters",
            dialect = "azure",
            of = {"ImageParameters.output_format", "EditParameters.output_format"})
    void rejectsValueThatAzureLacks(String param, String value, String code, String message) {
        String image = "\"images\":[{\"image_url\":\"" + Parts.dataUrl(Parts.png(64, 64)) + "\"}],";
        String field = "\"" + param + "\":" + value;

        for (Response refused : new Response[] {client.generateWith(field), client.editWith(image + field)}) {
            ErrorAssertions.assertRefused(refused, 400, ErrorAssertions.INVALID_REQUEST, param, code, message);
        }
    }

    @Test
    @Documented(
            value = "providers/azure.md §1: edits are multipart",
            rule = "edits take a form at both kinds of path",
            negativeTest = "rejectsPathWithoutVersion",
            dialect = "azure")
    void editsForm() {
        for (String path : new String[] {"/openai/v1/images/edits", AzureClient.EDITS_OF_DEPLOYMENT}) {
            Response response = client.api()
                    .contentType("multipart/form-data")
                    .multiPart(Parts.text("model", "my-images"))
                    .multiPart(Parts.text("prompt", "p"))
                    .multiPart(Parts.file("image[]", Parts.png(64, 64)))
                    .multiPart(Parts.file("mask", Parts.png(64, 64)))
                    .post(path);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.<String>path("quality")).isEqualTo("high");
            assertThat(response.<Integer>path("usage.input_tokens_details.image_tokens"))
                    .isEqualTo(512);
        }
    }

    @Test
    @Documented(
            value = "Darkroom has no files",
            rule = "an image is a URL or a data URL, and a file_id is refused with a text that says so",
            negativeTest = "resolvesParameters",
            dialect = "azure",
            certainty = Certainty.SCOPE,
            of = {"ImageReference.image_url", "ImageReference.file_id"})
    void rejectsFileId() {
        Response refused = client.editWith("\"images\":[{\"file_id\":\"file-1\"}]");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("error.param")).isEqualTo("images[0].file_id");
        assertThat(refused.<String>path("error.message")).contains("Darkroom does not fake files");
    }

    @Test
    @Documented(
            value = "providers/azure.md §3: stream and partial_images as OpenAI",
            rule = "a stream has the events of OpenAI",
            negativeTest = "AzureFilterIT.filteredStreamIsPlainError",
            dialect = "azure",
            of = {"ImageParameters.stream", "ImageParameters.partial_images"})
    void streams() {
        String events = client.server
                .request()
                .header("api-key", client.key)
                .contentType("application/json")
                .body("{\"prompt\":\"p\",\"stream\":true,\"partial_images\":1}")
                .post(AzureClient.GENERATIONS_OF_DEPLOYMENT)
                .asString();

        assertThat(events.lines().filter(line -> line.startsWith("event: ")))
                .containsExactly("event: image_generation.partial_image", "event: image_generation.completed");
    }

    private Response generateAt(String path) {
        return client.server
                .request()
                .header("api-key", client.key)
                .contentType("application/json")
                .body(AzureClient.body())
                .post(path);
    }

    private List<String> tasks(String field) {
        return client.control("GET", "/tasks", "").getList("tasks." + field);
    }
}
