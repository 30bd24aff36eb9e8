package dev.darkroom.image.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ParagraphTest {

    private static final Typeface TYPEFACE = Typeface.regular();

    @Test
    void usesTheLargestSizeThatFits() {
        assertThat(fit("A lighthouse", 1000, 100).size()).isEqualTo(40);
        assertThat(fit("A lighthouse at dusk by the sea in winter", 300, 100).size())
                .isBetween(10.0, 39.0);
    }

    @Test
    void wrapsBetweenWords() {
        assertThat(fit("A lighthouse at dusk", 250, 200).lines()).isEqualTo(List.of("A lighthouse", "at dusk"));
    }

    @Test
    void breaksLongWords() {
        assertThat(String.join("", fit("x".repeat(60), 300, 1000).lines())).isEqualTo("x".repeat(60));
    }

    @Test
    void truncatesWithAnEllipsis() {
        Paragraph paragraph = fit("word ".repeat(200), 200, 60);

        assertThat(paragraph.size()).isEqualTo(10);
        assertThat(paragraph.lines().get(paragraph.lines().size() - 1)).endsWith("…");
    }

    @Test
    void drawsHebrewFromRightToLeft() {
        assertThat(fit("אבג (דה) abc", 1000, 100).lines()).isEqualTo(List.of("abc (הד) גבא"));
        assertThat(fit("say אבג", 1000, 100).lines()).isEqualTo(List.of("say גבא"));
    }

    /** The base direction is that of the text, even for a line that begins with a word in the other direction. */
    @Test
    void allLinesHaveTheDirectionOfTheText() {
        Paragraph hebrew = fit("אבגד OPEN דהוז", 150, 400);
        Paragraph english = fit("Poster with אבגד and", 150, 400);

        assertThat(hebrew.isRightToLeft()).isTrue();
        assertThat(hebrew.lines()).isEqualTo(List.of("דגבא", "OPEN", "זוהד"));
        assertThat(fit("אבגד, OPEN 24/7 דהוז", 230, 400).lines()).isEqualTo(List.of("OPEN ,דגבא", "זוהד 24/7"));
        assertThat(english.isRightToLeft()).isFalse();
    }

    @Test
    void vowelPointsStayOnTheirLetters() {
        assertThat(fit("שָׁל", 1000, 100).lines()).isEqualTo(List.of("לשָׁ"));
    }

    /** A single character may be higher or wider than the limits. */
    @Property
    void staysWithinItsLimits(
            @ForAll @StringLength(max = 200) String text,
            @ForAll @IntRange(min = 50, max = 500) int width,
            @ForAll @IntRange(min = 1, max = 200) int height) {
        Paragraph paragraph = fit(text, width, height);

        assertThat(paragraph.lines()).allMatch(line -> TYPEFACE.width(line, paragraph.size()) <= width + 0.001);
        assertThat(paragraph.height()).isLessThanOrEqualTo(Math.max(height, 10 * 1.25));
    }

    private static Paragraph fit(String text, double width, double height) {
        return Paragraph.fit(text, TYPEFACE, width, height, 40, 10);
    }
}
