package dev.darkroom.api.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.image.Dimensions;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutoRatioTest {

    private static final List<String> REFERENCES = List.of("https://e.com/wide.png", "https://e.com/tall.png");
    private static final String END = "; this rule is inferred, and darkroom.some-vendor.auto-ratio=false turns it off";

    private final AutoRatio ratios = AutoRatio.of(
            "some-vendor",
            "shape",
            url -> Optional.of(url.equals(REFERENCES.get(0)) ? new Dimensions(1600, 900) : new Dimensions(900, 1600)));

    private final AutoRatio withoutSizes = AutoRatio.of("some-vendor", "shape", url -> Optional.empty());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a cat, 16:9|16:9|16:9",
                "a cat (9:16)|9:16|9:16",
                "16 : 9 cat|16:9|16:9",
                "16:9的猫|16:9|16:9",
                "猫の写真、比率は3：2で|3:2|3:2",
                "a cat 4∶5|4:5|4:5",
                "a cat --ar 21:9 --v 6|21:9|21:9",
                "aspect-ratio:2:3.|2:3|2:3",
                "16x9 cat|16:9|16x9",
                "cat in 9 × 16|9:16|9x16",
                "cat, 21 X 9|21:9|21x9",
                "a 4x3 aspect ratio|4:3|4x3",
                "landscape 3x2|3:2|3x2",
                "a square tile, then 2:1|2:1|2:1",
                "3:4, not 4:3|3:4|3:4",
                "3:1 or 7:5 or 5:4|5:4|5:4",
                "[[processing: 16:9s]] [[x 2:1]] a cat in 2:3|2:3|2:3",
                "at a 9:16 ratio|9:16|9:16",
                "the ratio 2:1 won|2:1|2:1",
                "he won. 2:1 please|2:1|2:1"
            })
    @Documented(
            value = "seeds/002: auto picks ratio from prompt or refs; the page does not say how",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "the first ratio in the prompt decides, such as 16:9, 16 : 9 or 16x9",
            negativeTest = "timesScoresAndOtherNumbersAreNoRatios")
    void firstRatioInPromptDecides(String prompt, AspectRatioName ratio, String quoted) {
        assertThat(ratios.choose(prompt, REFERENCES)).isEqualTo(promptSays(ratio.ratio(), quoted));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a clock at 10:30",
                "dinner at 4:30 pm",
                "the train leaves at 9:16",
                "it is 9:21 pm in town",
                "9:16 a.m., a street",
                "a clock that shows 9:16",
                "9:16am",
                "they won 2:1",
                "the score is 3:2",
                "a 2:1 victory",
                "a model in the scale of 1:2",
                "a 3x2 grid of cats",
                "a 4x5 photograph on film",
                "4:3:2",
                "2:3.5",
                "1.16:9",
                "a116:9",
                "016:9",
                "16: 9",
                "16:09",
                "16:9s",
                "1600x900",
                "3:1",
                "[[16:9]]",
                "[[processing: 16:9s]]",
                "16[[stall]]:9",
                "16/9",
                "squares, portraits and landscaping",
                "portraitist",
                "schöneportrait",
                "[[portrait]]",
                "",
                "☃🎞"
            })
    void timesScoresAndOtherNumbersAreNoRatios(String prompt) {
        assertThat(withoutSizes.choose(prompt, List.of()))
                .isEqualTo(choice(AspectRatio.SQUARE, "the prompt names no shape"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a square tile|1:1|square",
                "Portrait of a woman|2:3|portrait",
                "a self-portrait in a square frame|2:3|portrait",
                "an upright card|2:3|upright",
                "a LANDSCAPE with hills|3:2|landscape",
                "a vertical_video, vertical|9:16|vertical",
                "horizontal stripes|16:9|horizontal",
                "Widescreen: a city|16:9|widescreen",
                "a wide-screen film|16:9|widescreen",
                "a panorama of the Alps|2:1|panorama",
                "panoramic view|2:1|panoramic",
                "ultra-wide desktop|21:9|ultrawide",
                "一张landscape照片|3:2|landscape",
                "portrait or landscape|2:3|portrait",
                "[[delay: 5s]]landscape|3:2|landscape"
            })
    @Documented(
            value = "seeds/002: auto picks ratio from prompt or refs; the page does not say how",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "without a ratio in the prompt, the first plain word decides, such as portrait or widescreen",
            negativeTest = "timesScoresAndOtherNumbersAreNoRatios")
    void firstPlainWordDecidesWithoutRatio(String prompt, AspectRatioName ratio, String quoted) {
        assertThat(ratios.choose(prompt, REFERENCES)).isEqualTo(promptSays(ratio.ratio(), quoted));
    }

    @Test
    void firstReferenceDecidesWithoutWord() {
        assertThat(ratios.choose("a cat", REFERENCES))
                .isEqualTo(choice(AspectRatio.R16_9, "the first reference has 1600x900 pixels"));
        assertThat(withoutSizes.choose("a cat", REFERENCES))
                .isEqualTo(choice(
                        AspectRatio.SQUARE,
                        "the prompt names no shape and the size of the first reference is unknown"));
    }

    @ParameterizedTest
    @CsvSource({
        "1000,1000,1:1",
        "1100,1000,1:1",
        "1150,1000,5:4",
        "4032,3024,4:3",
        "2048,1360,3:2",
        "1080,1920,9:16",
        "1000000,1,21:9",
        "1,1000000,9:21"
    })
    void nearestRatioDiffersLeast(int width, int height, AspectRatioName ratio) {
        assertThat(AspectRatio.nearest(new Dimensions(width, height))).isEqualTo(ratio.ratio());
    }

    @Property
    void everySizeOfRatioIsNearestToIt(@ForAll AspectRatio ratio, @ForAll Resolution resolution) {
        AspectRatio named = ratio == AspectRatio.AUTO ? AspectRatio.SQUARE : ratio;
        named.pixels(resolution)
                .ifPresent(size -> assertThat(AspectRatio.nearest(new Dimensions(size.width(), size.height())))
                        .isEqualTo(named));
    }

    /** The warning becomes a header. It repeats nothing of the prompt but a ratio or a word of the table. */
    @Property
    void choosesSameRatioAgainAndQuotesOnlyIt(@ForAll("prompts") String prompt) {
        AutoRatio.Choice choice = ratios.choose(prompt, REFERENCES);

        assertThat(ratios.choose(prompt, REFERENCES)).isEqualTo(choice);
        assertThat(choice.ratio()).isNotEqualTo(AspectRatio.AUTO);
        assertThat(choice.warning())
                .matches("`shape` auto became \\d+:\\d+ because (the prompt says `([a-z]{6,10}|\\d+[:x]\\d+)`"
                        + "|the first reference has 1600x900 pixels)" + END);
    }

    /** Each of these would take minutes if the time grew with the square of the length. */
    @ParameterizedTest
    @ValueSource(strings = {"[[", "1:", "9 : ", "1", "x ", " ", ":", "[[1:1", "ultra-", "16:9:", "a.", "\u0301", "比"})
    void longPromptsTakeLinearTime(String part) {
        assertThat(withoutSizes
                        .choose(part.repeat(2_000_000 / part.length()), List.of())
                        .ratio())
                .isEqualTo(AspectRatio.SQUARE);
    }

    @Provide
    Arbitrary<String> prompts() {
        return Arbitraries.of(
                        "16",
                        "9",
                        "2",
                        "3",
                        ":",
                        "x",
                        "×",
                        " ",
                        ".",
                        ",",
                        "[[",
                        "]]",
                        "portrait",
                        "wide",
                        "-",
                        "screen",
                        "at",
                        "ratio",
                        "won",
                        "猫",
                        "é",
                        "\n",
                        "\r",
                        "`",
                        "\uD83C\uDF9E")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    private static AutoRatio.Choice promptSays(AspectRatio ratio, String quoted) {
        return choice(ratio, "the prompt says `" + quoted + "`");
    }

    private static AutoRatio.Choice choice(AspectRatio ratio, String reason) {
        return new AutoRatio.Choice(ratio, "`shape` auto became " + ratio.wireName() + " because " + reason + END);
    }

    /** Converts the name of a ratio in the table of a test. */
    record AspectRatioName(AspectRatio ratio) {

        static AspectRatioName of(String name) {
            return new AspectRatioName(AspectRatio.of(name).orElseThrow());
        }
    }
}
