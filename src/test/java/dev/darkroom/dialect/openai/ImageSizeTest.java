package dev.darkroom.dialect.openai;

import static dev.darkroom.dialect.openai.Bodies.errorMessage;
import static dev.darkroom.dialect.openai.Bodies.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.dialect.openai.Model.Generation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of {@code size}, on both sides. */
class ImageSizeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1024x640",
                "640x1024",
                "816x816",
                "3840x2160",
                "2160x3840",
                "2880x2880",
                "3840x1280",
                "1280x3840"
            })
    @Documented(
            value = "providers/openai.md §3: the size rules",
            rule = "any size is allowed whose edges are multiples of 16 up to 3840, whose ratio is up to 3:1, and that"
                    + " has from 655360 to 8294400 pixels",
            negativeTest = "rejectsSizeOutsideLimits",
            dialect = "openai")
    void acceptsSizeAtLimits(String size) {
        assertThat(ImageSize.read(parameters("\"size\":\"" + size + "\""), Generation.TWO)
                        .orElseThrow())
                .hasToString(size);
    }

    @ParameterizedTest
    @CsvSource({
        "1024x624, Requested resolution is below the current minimum pixel budget.",
        "0x0, Requested resolution is below the current minimum pixel budget.",
        "800x800, Requested resolution is below the current minimum pixel budget.",
        "3840x2176, Requested resolution exceeds the current pixel budget.",
        "2896x2896, Requested resolution exceeds the current pixel budget.",
        "3856x2048, The longest edge must be less than or equal to 3840.",
        "999984x999984, The longest edge must be less than or equal to 3840.",
        "3840x1264, The aspect ratio must be between 1:3 and 3:1.",
        "1264x3840, The aspect ratio must be between 1:3 and 3:1.",
        "1025x1024, Width and height must both be divisible by 16.",
        "1024x1032, Width and height must both be divisible by 16.",
        "1024X1024, 'Expected WIDTHxHEIGHT, for example ''1824x1024''.'",
        "1024x, 'Expected WIDTHxHEIGHT, for example ''1824x1024''.'",
        "-16x1024, 'Expected WIDTHxHEIGHT, for example ''1824x1024''.'",
        "1024x1024x1, 'Expected WIDTHxHEIGHT, for example ''1824x1024''.'",
        "9999999x16, 'Expected WIDTHxHEIGHT, for example ''1824x1024''.'"
    })
    void rejectsSizeOutsideLimits(String size, String rule) {
        assertThat(errorMessage(() -> ImageSize.read(parameters("\"size\":\"" + size + "\""), Generation.TWO)))
                .isEqualTo("Invalid size '" + size + "'. " + rule);
    }

    @ParameterizedTest
    @EnumSource(Generation.class)
    void vendorChoosesSizeIfRequestDoesNot(Generation generation) {
        assertThat(ImageSize.read(parameters(""), generation)).isEmpty();
        assertThat(ImageSize.read(parameters("\"size\":null"), generation)).isEmpty();
        assertThat(ImageSize.read(parameters("\"size\":\"auto\""), generation)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1024x1024", "1024x1536", "1536x1024"})
    void olderModelsHaveThreeSizes(String size) {
        assertThat(ImageSize.read(parameters("\"size\":\"" + size + "\""), Generation.ONE_AND_A_HALF)
                        .orElseThrow())
                .hasToString(size);
        assertThat(errorMessage(() -> ImageSize.read(parameters("\"size\":\"1536x864\""), Generation.ONE_AND_A_HALF)))
                .isEqualTo("Invalid value: '1536x864'. Supported values are: '1024x1024', '1024x1536', '1536x1024',"
                        + " and 'auto'.");
    }
}
