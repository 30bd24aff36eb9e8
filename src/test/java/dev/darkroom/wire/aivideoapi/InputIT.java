package dev.darkroom.wire.aivideoapi;

import static dev.darkroom.wire.client.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

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

/** Every rule of the fields of {@code input}, and the message for each violation. */
@WireTest
class InputIT {

    private static final String RATIOS_AT_4K = " With 'resolution' 4k, use one of: 16:9, 21:9, 9:16, 2:1, 1:2, 9:21.";

    private final AiVideoApiClient client = new AiVideoApiClient();

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
                "\"image_urls\":[\"data:image/png;base64,AA\"]|'image_urls[0]' is invalid. It must be an http or https"
                        + " URL. A data: URI is accepted only if darkroom.aivideoapi.data-uris is true.",
                "\"prompt\":\"p\",\"aspect_ratio\":\"16x9\"|'aspect_ratio' is invalid. Use one of: auto, 1:1, 5:4,"
                        + " 4:3, 3:2, 16:9, 21:9, 9:16, 4:5, 3:4, 2:3, 2:1, 1:2, 9:21.",
                "\"prompt\":\"p\",\"aspect_ratio\":\"3:1\"|'aspect_ratio' is invalid. Use one of: auto, 1:1, 5:4, 4:3,"
                        + " 3:2, 16:9, 21:9, 9:16, 4:5, 3:4, 2:3, 2:1, 1:2, 9:21.",
                "\"prompt\":\"p\",\"aspect_ratio\":1|'aspect_ratio' is invalid. It must be a string.",
                "\"prompt\":\"p\",\"resolution\":\"1K\"|'resolution' is invalid. Use one of: 1k, 2k, 4k.",
                "\"prompt\":\"p\",\"resolution\":\"8k\"|'resolution' is invalid. Use one of: 1k, 2k, 4k.",
                "\"prompt\":\"p\",\"resolution\":2|'resolution' is invalid. It must be a string.",
                "\"prompt\":\"p\",\"nsfw_checker\":\"true\"|'nsfw_checker' is invalid. It must be true or false.",
                "\"prompt\":\"p\",\"nsfw_checker\":1|'nsfw_checker' is invalid. It must be true or false."
            })
    @Documented(
            value = "seeds/001: Input Parameters, Type",
            rule = "prompt, aspect_ratio and resolution are strings, image_urls a list of strings, nsfw_checker a"
                    + " boolean",
            negativeTest = "ExamplesIT.acceptsEveryExampleWithoutWarning",
            of = "Input.*",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "seeds/001: Input Parameters, One of",
            rule = "a ratio or a resolution that is not in the page's list is refused",
            negativeTest = "ImageIT.rendersExactSize",
            of = {"Input.aspect_ratio", "Input.resolution"},
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/aivideoapi.md §3, upper-case 1K",
            certainty = Certainty.INFERRED,
            rule = "resolutions are lower-case",
            negativeTest = "ImageIT.rendersExactSize",
            of = "Input.resolution",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/aivideoapi.md §3, entries that are not http(s); the page says: Reference image URLs",
            certainty = Certainty.INFERRED,
            rule = "references are http or https URLs",
            negativeTest = "acceptsReferenceUrlsThatBrowsersAccept",
            of = "Input.image_urls",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "such characters are no text",
            certainty = Certainty.INFERRED,
            rule = "a prompt with U+0000 or half a surrogate pair is refused",
            negativeTest = "limitsPromptTo20000Characters",
            of = "Input.prompt")
    @Documented(
            value = "providers/aivideoapi.md §8, the texts",
            certainty = Certainty.INFERRED,
            rule = "the message names the invalid field and says what it accepts",
            negativeTest = Documented.SAME)
    void namesInvalidField(String input, String message) {
        assertInvalid(client.createFrom(input), message);
    }

    @Test
    @Documented(
            value = "seeds/001: Input Parameters, prompt: max 20,000 characters",
            rule = "a prompt has at most 20,000 characters",
            negativeTest = Documented.SAME,
            of = "Input.prompt",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "the page does not say what it counts as a character",
            certainty = Certainty.INFERRED,
            rule = "a character of the prompt is a code point",
            negativeTest = Documented.SAME,
            of = "Input.prompt",
            witness = "openai-python 3.22.1")
    void limitsPromptTo20000Characters() {
        client.createTask("\"prompt\":\"" + "p".repeat(20_000) + "\"");
        client.createTask("\"prompt\":\"" + "🎞".repeat(20_000) + "\"");
        assertInvalid(
                client.createFrom("\"prompt\":\"" + "p".repeat(20_001) + "\""),
                "'prompt' is invalid. It has 20,001 characters; at most 20,000 are allowed.");
        assertInvalid(
                client.createFrom("\"prompt\":\"" + "🎞".repeat(20_001) + "\""),
                "'prompt' is invalid. It has 20,001 characters; at most 20,000 are allowed.");
    }

    @Test
    @Documented(
            value = "seeds/001: Input Parameters, image_urls: Maximum 16 images",
            rule = "a request has at most 16 references",
            negativeTest = Documented.SAME,
            of = "Input.image_urls",
            witness = "openai-python 3.22.1")
    void limitsReferencesTo16() {
        client.createTask(imageUrls(16));
        assertInvalid(
                client.createFrom(imageUrls(17)),
                "'image_urls' is invalid. It has 17 entries; at most 16 are allowed.");
    }

    @Test
    @Documented(
            value = "seeds/001: Input Parameters, At least one of prompt or image_urls must be provided",
            rule = "a prompt or references are enough",
            negativeTest = "CreateIT.namesMissingField",
            of = {"Input.prompt", "Input.image_urls"},
            witness = "openai-python 3.22.1")
    void acceptsReferencesWithoutPrompt() {
        client.createTask("\"prompt\":\"p\"");
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
    @ValueSource(strings = {"16:9", "9:16", "2:1", "1:2", "21:9", "9:21"})
    @Documented(
            value = "seeds/001: Input Parameters, aspect_ratio, Constraint",
            rule = "six ratios are accepted at 4k",
            negativeTest = "rejectsOtherRatiosAt4k",
            of = {"Input.aspect_ratio", "Input.resolution"},
            witness = "openai-python 3.22.1")
    void acceptsSixRatiosAt4k(String ratio) {
        client.createTask(at("4k", ratio));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "1:1", "5:4", "4:3", "3:2", "4:5", "3:4", "2:3"})
    @Documented(
            value = "seeds/001: Input Parameters, aspect_ratio, Constraint",
            rule = "auto and the seven other ratios are refused at 4k, and accepted below",
            negativeTest = Documented.SAME,
            of = {"Input.aspect_ratio", "Input.resolution"},
            witness = "openai-python 3.22.1")
    @Documented(
            value = "there is no task to pay for",
            certainty = Certainty.INFERRED,
            rule = "a rejected request is not charged",
            negativeTest = "BalanceIT.chargesTaskOnCreation")
    void rejectsOtherRatiosAt4k(String ratio) {
        assertInvalid(client.createFrom(at("4k", ratio)), "'aspect_ratio' is invalid." + RATIOS_AT_4K);
        assertNothingHappened();
        client.createTask(at("2k", ratio));
    }

    @Test
    @Documented(
            value = "seeds/001: Input Parameters, aspect_ratio, Constraint: must be explicitly set",
            rule = "a ratio is required at 4k, and only there",
            negativeTest = Documented.SAME,
            of = {"Input.aspect_ratio", "Input.resolution"},
            witness = "openai-python 3.22.1")
    void requiresRatioAt4k() {
        assertInvalid(
                client.createFrom("\"prompt\":\"p\",\"resolution\":\"4k\""),
                "'aspect_ratio' is required." + RATIOS_AT_4K);
        assertNothingHappened();
        client.createTask("\"prompt\":\"p\",\"resolution\":\"2k\"");
    }

    @Test
    @Documented(
            value = "seeds/001: Input Parameters, resolution, and Pricing: 1k (default)",
            rule = "the resolution is 1k by default",
            negativeTest = Documented.SAME,
            of = "Input.resolution",
            witness = "Pillow 12.3.0")
    @Documented(
            value = "providers/aivideoapi.md §11, on a newer page; with references, no page says what auto is",
            certainty = Certainty.INFERRED,
            rule = "auto, which is the default, is 1:1 with and without references, whatever the prompt says",
            negativeTest = "ServerSettingsIT.autoRatioWithReferencesUsesConfiguredRatio",
            of = "Input.aspect_ratio",
            witness = "Pillow 12.3.0")
    void isSquareAt1kByDefault() {
        client.createTask("\"prompt\":\"widescreen, 16:9\"");
        client.createTask(imageUrls(1));
        client.createTask("\"prompt\":\"16:9\",\"aspect_ratio\":\"auto\",\"resolution\":\"1k\"");
        client.createTask(at("2k", "16:9"));

        assertThat(client.control("GET", "/tasks", "").getList("tasks.size"))
                .containsExactly("1024x1024", "1024x1024", "1024x1024", "2048x1152");
        assertThat(client.balance()).isEqualByComparingTo("9988");
    }

    private void assertNothingHappened() {
        assertThat(client.balance()).isEqualByComparingTo("10000");
        assertThat(client.control("GET", "/tasks", "").getList("tasks")).isEmpty();
    }

    private static void assertInvalid(Response response, String message) {
        assertRefused(response, 400, "invalid_request", "invalid_request_error", message);
    }

    private static String at(String resolution, String ratio) {
        return "\"prompt\":\"p\",\"resolution\":\"" + resolution + "\",\"aspect_ratio\":\"" + ratio + "\"";
    }

    private static String imageUrls(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"https://example.com/" + i + ".png\"")
                .collect(Collectors.joining(",", "\"image_urls\":[", "]"));
    }
}
