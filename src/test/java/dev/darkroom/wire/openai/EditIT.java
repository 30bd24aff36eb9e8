package dev.darkroom.wire.openai;

import static dev.darkroom.wire.openai.ErrorAssertions.INVALID_REQUEST;
import static dev.darkroom.wire.openai.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edited images, and the parameters of an edit. */
@WireTest
class EditIT {

    private static final String PNG = Parts.dataUrl(Parts.png(64, 64));

    private final OpenAiClient client = new OpenAiClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.instant();
    }

    @Test
    @Documented(
            value = "providers/openai.md §4: image or image[]",
            rule = "an edit takes one file as image, or several as image[]",
            negativeTest = "rejectsEditWithoutImage",
            dialect = "openai",
            of = "EditRequest.images")
    @Documented(
            value = "providers/openai.md §7: 512 in one measurement",
            rule = "each image to edit has 512 tokens",
            negativeTest = "GenerationIT.respondsInVendorsOrder",
            dialect = "openai",
            certainty = Certainty.INFERRED)
    void editsFiles() {
        Response one = client.edit(Parts.file("image", Parts.png(64, 64)));
        Response two = client.edit(
                Parts.file("image[]", Parts.png(64, 64)),
                Parts.file("image[]", Parts.jpeg(32, 64), "b.jpg", "image/jpeg"));

        assertThat(one.statusCode()).isEqualTo(200);
        assertThat(one.<Integer>path("usage.input_tokens_details.image_tokens")).isEqualTo(512);
        assertThat(two.<Integer>path("usage.input_tokens_details.image_tokens")).isEqualTo(1024);
        assertThat(two.<Integer>path("usage.input_tokens")).isEqualTo(1031);
    }

    @Test
    @Documented(
            value = "providers/openai.md §1 and §4: JSON with images",
            rule = "an edit in JSON names its images by URL",
            negativeTest = "rejectsWrongReference",
            dialect = "openai",
            certainty = Certainty.MEASURED,
            of = "ImageReference.image_url")
    void editsLinkedImages() {
        Response edited = client.editWith("\"images\":[{\"image_url\":\"" + PNG + "\"}]");

        assertThat(edited.statusCode()).isEqualTo(200);
        assertThat(edited.<Integer>path("usage.input_tokens")).isEqualTo(519);
        client.editWith("\"images\":[{\"image_url\":\"http://192.0.2.1/x.png\"}]")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "[], images, empty_array",
                "[\"x\"], images[0], invalid_type",
                "\"x\", images, invalid_type",
                "[{}], images[0].image_url, missing_required_parameter",
                "[{\"image_url\":\"x\"}], images[0].image_url, invalid_value",
                "[{\"file_id\":\"file-1\"}], images[0].file_id, invalid_value"
            })
    @Documented(
            value = "providers/openai.md §4: wrong images in JSON",
            rule =
                    "wrong images are empty_array, invalid_type or missing_required_parameter errors that name their place",
            negativeTest = "editsLinkedImages",
            dialect = "openai",
            certainty = Certainty.MEASURED,
            of = "empty_array")
    @Documented(
            value = "Darkroom has no files",
            rule = "the id of a file is that of an unknown one",
            negativeTest = "editsLinkedImages",
            dialect = "openai",
            certainty = Certainty.SCOPE,
            of = "ImageReference.file_id")
    void rejectsWrongReference(String images, String param, String code) {
        Response refused = client.editWith("\"images\":" + images);

        assertRefused(refused, 400, code);
        assertThat(refused.<String>path("error.param")).isEqualTo(param);
    }

    @Test
    void rejectsEditWithoutImage() {
        assertRefused(
                client.editWith("\"n\":1"),
                400,
                INVALID_REQUEST,
                "images",
                "missing_required_parameter",
                "Missing required parameter: 'images'.");
        assertRefused(
                client.edit(),
                400,
                INVALID_REQUEST,
                "image",
                "missing_required_parameter",
                "Missing required parameter: 'image'.");
    }

    @Test
    @Documented(
            value = "providers/openai.md §4: the part called images",
            rule = "the name of the images in a form and in JSON differs, and the error says so",
            negativeTest = "editsFiles",
            dialect = "openai",
            certainty = Certainty.MEASURED)
    void namesOtherNameOfImages() {
        assertRefused(
                client.edit(Parts.file("images", Parts.png(64, 64))),
                400,
                INVALID_REQUEST,
                "images",
                "invalid_value",
                "Unknown parameter: 'images'. For multipart/form-data use 'image' or 'image[]'.");
        assertRefused(
                client.editWith("\"image\":\"" + PNG + "\""),
                400,
                INVALID_REQUEST,
                "image",
                "invalid_value",
                "Unknown parameter: 'image'. For application/json on /v1/images/edits, use 'images' (array).");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n | 2 | data.size() | 2",
                "size | \"1536x1024\" | size | 1536x1024",
                "quality | \"medium\" | quality | medium",
                "background | \"transparent\" | background | transparent",
                "output_format | \"webp\" | output_format | webp",
                "output_compression | 50 | quality | low",
                "partial_images | 0 | quality | low",
                "stream | false | quality | low",
                "moderation | \"low\" | quality | low",
                "user | \"u\" | quality | low",
                "safety_identifier | \"s\" | quality | low"
            })
    @Documented(
            value = "providers/openai.md §4: the further parameters",
            rule = "an edit has the parameters of a generation",
            negativeTest = "GenerationIT.resolvesParameters",
            dialect = "openai",
            of = {
                "EditRequest.model",
                "EditRequest.prompt",
                "EditRequest.n",
                "EditRequest.size",
                "EditRequest.quality",
                "EditRequest.background",
                "EditRequest.output_format",
                "EditRequest.output_compression",
                "EditRequest.stream",
                "EditRequest.partial_images",
                "EditRequest.user"
            })
    @Documented(
            value = "providers/openai.md §3: a table lists it for edits",
            rule = "an edit also has moderation and safety_identifier",
            negativeTest = "GenerationIT.resolvesParameters",
            dialect = "openai",
            certainty = Certainty.INFERRED,
            of = {"EditRequest.moderation", "EditRequest.safety_identifier"})
    void hasParametersOfGeneration(String param, String value, String field, String expected) {
        Response json = client.editWith("\"images\":[{\"image_url\":\"" + PNG + "\"}],\"" + param + "\":" + value);
        Response form = client.edit(Parts.file("image", Parts.png(64, 64)), Parts.text(param, value.replace("\"", "")));

        for (Response response : List.of(json, form)) {
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.jsonPath().getString(field)).isEqualTo(expected);
        }
    }

    @Test
    @Documented(
            value = "providers/openai.md §4: numbers in forms",
            rule = "a text in a form that is no number is an invalid_type error",
            negativeTest = "hasParametersOfGeneration",
            dialect = "openai",
            certainty = Certainty.MEASURED)
    void rejectsTextThatIsNoNumber() {
        assertRefused(
                client.edit(Parts.file("image", Parts.png(64, 64)), Parts.text("n", "abc")),
                400,
                INVALID_REQUEST,
                "n",
                "invalid_type",
                "Invalid type for 'n': expected an integer, but got a string value that could not be converted into an"
                        + " integer.");
    }
}
