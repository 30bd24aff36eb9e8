package dev.darkroom.image.type;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransliterationTest {

    private static final Typeface TYPEFACE = Typeface.regular();

    @ParameterizedTest
    @CsvSource({
        "A lighthouse at dusk",
        "très élégant – Łódź",
        "Ωμέγα",
        "Привет, мир",
        "שלום עולם",
        "Việt Nam",
        "½ × “quoted” €"
    })
    void keepsCharactersThatTheFontHas(String text) {
        assertThat(Transliteration.of(text, TYPEFACE, 100)).isEqualTo(new Transliteration(text, false));
    }

    @ParameterizedTest
    @CsvSource({
        "北京 by night, ‹Bei Jing› by night",
        "こんにちは, ‹konnitiha›",
        "नमस्ते, ‹nmste›",
        "مرحبا, ‹mrHb›",
        "منارة, ‹mnra›",
        "a 😀 smile, a ‹U+1F600› smile",
        "🦊, ‹U+1F98A›",
        "☂, ‹U+2602›",
        "👩‍👧, ‹U+1F469 U+1F467›",
        "\uE000, ‹U+E000›"
    })
    void replacesOtherCharactersWithLatinLettersOrCodePoints(String text, String expected) {
        assertThat(Transliteration.of(text, TYPEFACE, 100)).isEqualTo(new Transliteration(expected, true));
    }

    @Test
    void collapsesWhitespaceAndRemovesInvisibleCharacters() {
        assertThat(Transliteration.of(" a\n\n\tb\u0000c\u200Bd\uFEFFe ", TYPEFACE, 100)
                        .text())
                .isEqualTo("a b cde");
    }

    @Test
    void truncatesLongTexts() {
        assertThat(Transliteration.of("x".repeat(1_000_000), TYPEFACE, 50).text())
                .isEqualTo("x".repeat(50) + "…");
        assertThat(Transliteration.of("x😀", TYPEFACE, 2).text())
                .as("no unpaired surrogate")
                .isEqualTo("x…");
    }

    /** No character is drawn as the missing glyph. */
    @Test
    void everyResultHasGlyphs() {
        StringBuilder all = new StringBuilder();
        for (int codePoint = 0; codePoint < 0x20000; codePoint += 7) {
            all.appendCodePoint(codePoint);
        }
        assertThat(Transliteration.of(all.toString(), TYPEFACE, all.length())
                        .text()
                        .codePoints())
                .allMatch(TYPEFACE::has);
    }
}
