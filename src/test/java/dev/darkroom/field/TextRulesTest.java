package dev.darkroom.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0000b", "\ud800", "\udc00", "\ud800a", "\udc00\ud800", "🎞\ud83c"})
    void rejectsNullAndUnpairedSurrogates(String text) {
        assertThat(TextRules.error(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "日本語", "🎞️ film", "line\nbreak\ttab"})
    void acceptsOtherText(String text) {
        assertThat(TextRules.error(text)).isEmpty();
    }

    @Test
    void quotesAsShortVisibleAscii() {
        assertThat(TextRules.quotable("a\r\nSet-Cookie: x\u0000é", 10)).isEqualTo("a??Set-Coo...");
    }
}
