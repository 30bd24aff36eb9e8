package dev.darkroom.dialect.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.dialect.openai.Model.Generation;
import dev.darkroom.image.PixelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the tokens and the prices with the vendor's. */
class TokensTest {

    @ParameterizedTest
    @CsvSource({
        "1024x1024, 196, 1756, 7024",
        "1536x1024, 158, 1372, 5488",
        "1536x864, 120, 1078, 4312",
        "2048x2048, 397, 3568, 14272",
        "2048x1152, 157, 1413, 5650",
        "3840x2160, 371, 3336, 13342",
        "3840x1920, 300, 2700, 10798",
        "3840x1648, 234, 2099, 8196"
    })
    @Documented(
            value = "providers/openai.md §7: the points of the vendor's calculator",
            rule = "an image has the output tokens of the vendor's calculator",
            negativeTest = "tokensMatchFurtherPoints",
            dialect = "openai")
    void tokensMatchTable(String size, long low, long medium, long high) {
        assertThat(tokens(Generation.TWO, Quality.LOW, size)).isEqualTo(low);
        assertThat(tokens(Generation.TWO, Quality.MEDIUM, size)).isEqualTo(medium);
        assertThat(tokens(Generation.TWO, Quality.HIGH, size)).isEqualTo(high);
    }

    @ParameterizedTest
    @CsvSource({
        "768x1024, LOW, 134",
        "896x896, LOW, 180",
        "960x960, LOW, 187",
        "3072x2160, LOW, 380",
        "1792x1024, HIGH, 5063",
        "3584x2048, HIGH, 12329"
    })
    void tokensMatchFurtherPoints(String size, Quality quality, long tokens) {
        assertThat(tokens(Generation.TWO, quality, size)).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource({"1024x1536, 1536x1024", "864x1536, 1536x864", "2160x3840, 3840x2160"})
    @Documented(
            value = "providers/openai.md §7: the formula names the longer and the shorter edge",
            rule = "a portrait has as many tokens as the landscape of the same edges",
            negativeTest = "modelsWithThreeSizesUseTable",
            dialect = "openai")
    void portraitHasTokensOfLandscape(String portrait, String landscape) {
        for (Quality quality : Quality.ALL) {
            assertThat(tokens(Generation.TWO, quality, portrait)).isEqualTo(tokens(Generation.TWO, quality, landscape));
        }
    }

    @ParameterizedTest
    @CsvSource({"1024x1024, 272, 1056, 4160", "1024x1536, 408, 1584, 6240", "1536x1024, 400, 1568, 6208"})
    @Documented(
            value = "providers/openai.md §7: the table of gpt-image-1",
            rule = "the models before gpt-image-2 have the tokens of gpt-image-1",
            negativeTest = Documented.SAME,
            dialect = "openai",
            certainty = Certainty.INFERRED)
    void modelsWithThreeSizesUseTable(String size, long low, long medium, long high) {
        for (Generation generation : new Generation[] {Generation.ONE_AND_A_HALF, Generation.ONE_MINI}) {
            assertThat(tokens(generation, Quality.LOW, size)).isEqualTo(low);
            assertThat(tokens(generation, Quality.MEDIUM, size)).isEqualTo(medium);
            assertThat(tokens(generation, Quality.HIGH, size)).isEqualTo(high);
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 6", "p, 7", "four, 7", "fives, 8", "12345678, 8", "😀😀😀😀, 7"})
    @Documented(
            value = "providers/openai.md §7: a cheap emulation",
            rule = "a prompt has a token for each four characters, rounded up, and six more",
            negativeTest = Documented.SAME,
            dialect = "openai",
            certainty = Certainty.INFERRED)
    void estimatesTokensOfPrompt(String prompt, long tokens) {
        assertThat(Tokens.ofPrompt(prompt)).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource({
        "TWO, 0, 0, 7024, 0.21072",
        "TWO, 0, 0, 5488, 0.16464",
        "TWO, 7, 0, 196, 0.005915",
        "TWO, 7, 512, 196, 0.010011",
        "ONE_AND_A_HALF, 0, 0, 4160, 0.13312",
        "ONE_AND_A_HALF, 1, 1, 1, 0.000045",
        "ONE_MINI, 1, 0, 0, 0.000002",
        "ONE_MINI, 0, 1, 0, 0.000003"
    })
    @Documented(
            value = "providers/openai.md §7: prices for a million tokens",
            rule = "text, images to edit and generated images have prices for a million tokens",
            negativeTest = Documented.SAME,
            dialect = "openai",
            certainty = Certainty.INFERRED)
    @Documented(
            value = "the unit of Darkroom's ledger",
            rule = "a price is rounded up to a millionth of a dollar",
            negativeTest = Documented.SAME,
            dialect = "openai",
            certainty = Certainty.SCOPE)
    void pricesMatchTable(Generation generation, long text, long imageIn, long output, String dollars) {
        assertThat(generation.price(new Tokens(text, imageIn, output))).hasToString(dollars);
    }

    @Test
    void sharesAddUpToAllTokens() {
        Tokens tokens = new Tokens(7, 512, 1000);

        assertThat(tokens.share(0, 3)).isEqualTo(new Tokens(7, 512, 334));
        assertThat(tokens.share(1, 3)).isEqualTo(new Tokens(0, 0, 333));
        assertThat(tokens.share(2, 3)).isEqualTo(new Tokens(0, 0, 333));
        assertThat(tokens.share(0, 1)).isEqualTo(tokens);
    }

    @Test
    void usageOfStreamLacksDetailsOfOutput() {
        Tokens tokens = new Tokens(14, 512, 196);

        assertThat(tokens.usage())
                .hasToString("{\"input_tokens\":526,\"input_tokens_details\":{\"image_tokens\":512,\"text_tokens\":14},"
                        + "\"output_tokens\":196,\"output_tokens_details\":{\"image_tokens\":196,\"text_tokens\":0},"
                        + "\"total_tokens\":722}");
        assertThat(tokens.streamedUsage())
                .hasToString("{\"input_tokens\":526,\"input_tokens_details\":{\"image_tokens\":512,\"text_tokens\":14},"
                        + "\"output_tokens\":196,\"total_tokens\":722}");
    }

    private static long tokens(Generation generation, Quality quality, String size) {
        String[] edges = size.split("x");
        return Tokens.ofImage(
                generation, quality, new PixelSize(Integer.parseInt(edges[0]), Integer.parseInt(edges[1])));
    }
}
