package dev.darkroom.wire.openai;

import static dev.darkroom.wire.openai.ErrorAssertions.IMAGE_USER;
import static dev.darkroom.wire.openai.ErrorAssertions.INVALID_REQUEST;
import static dev.darkroom.wire.openai.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The errors for models, sizes and backgrounds. */
@WireTest
class SizeAndModelIT {

    private final OpenAiClient client = new OpenAiClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.instant();
    }

    @ParameterizedTest
    @CsvSource({
        "bogus, 'Expected WIDTHxHEIGHT, for example ''1824x1024''.'",
        "1500x1500, Width and height must both be divisible by 16.",
        "4096x1024, The longest edge must be less than or equal to 3840.",
        "512x512, Requested resolution is below the current minimum pixel budget.",
        "3840x3840, Requested resolution exceeds the current pixel budget."
    })
    @Documented(
            value = "providers/openai.md §8.1: size",
            rule = "a wrong size is an image_generation_user_error with the reason",
            negativeTest = "ImageSizeTest.acceptsSizeAtLimits",
            dialect = "openai",
            certainty = Certainty.MEASURED)
    void saysWhatIsWrongWithSize(String size, String reason) {
        assertRefused(
                client.generateWith("\"size\":\"" + size + "\""),
                400,
                IMAGE_USER,
                "size",
                "invalid_value",
                "Invalid size '" + size + "'. " + reason);
    }

    @Test
    @Documented(
            value = "providers/openai.md §8.1: the text is unknown",
            rule = "a size with a ratio above 3:1 is an error like those of other wrong sizes",
            negativeTest = "ImageSizeTest.acceptsSizeAtLimits",
            dialect = "openai",
            certainty = Certainty.INFERRED)
    void rejectsExtremeRatio() {
        assertRefused(
                client.generateWith("\"size\":\"3840x1024\""),
                400,
                IMAGE_USER,
                "size",
                "invalid_value",
                "Invalid size '3840x1024'. The aspect ratio must be between 1:3 and 3:1.");
    }

    @Test
    @Documented(
            value = "providers/openai.md §8.1: fixed-size model",
            rule = "gpt-image-1.5 has three sizes and auto",
            negativeTest = "ImageSizeTest.olderModelsHaveThreeSizes",
            dialect = "openai",
            certainty = Certainty.MEASURED)
    void listsSizesOfOlderModel() {
        assertRefused(
                client.generate("{\"model\":\"gpt-image-1.5\",\"prompt\":\"p\",\"size\":\"1254x836\"}"),
                400,
                INVALID_REQUEST,
                "size",
                "invalid_value",
                "Invalid value: '1254x836'. Supported values are: '1024x1024', '1024x1536', '1536x1024', and 'auto'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dall-e-3", "gpt-image-1", "gpt-5", ""})
    @Documented(
            value = "providers/openai.md §8.1 and §2: unknown model",
            rule = "an unknown model is an image_generation_user_error, not the 404 of chat endpoints",
            negativeTest = "GenerationIT.generatesWithEveryModel",
            dialect = "openai",
            certainty = Certainty.MEASURED)
    void rejectsUnknownModel(String model) {
        assertRefused(
                client.generate("{\"model\":\"" + model + "\",\"prompt\":\"p\"}"),
                400,
                IMAGE_USER,
                "model",
                "invalid_value",
                "The model '" + model + "' does not exist.");
    }

    @Test
    @Documented(
            value = "providers/openai.md §3: transparent needs png or webp",
            rule = "a transparent jpeg is refused",
            negativeTest = "GenerationIT.resolvesParameters",
            dialect = "openai")
    void rejectsTransparentJpeg() {
        Response refused = client.generateWith("\"background\":\"transparent\",\"output_format\":\"jpeg\"");

        assertRefused(refused, 400, "invalid_value");
        assertThat(refused.<String>path("error.param")).isEqualTo("background");
    }
}
