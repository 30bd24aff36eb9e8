package dev.darkroom.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0000b", "\ud800", "\udc00", "\ud800a", "\udc00\ud800", "🎞\ud83c"})
    void findsWhatCannotBeStored(String text) {
        assertThat(TextRules.flaw(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "日本語", "🎞️ film", "line\nbreak\ttab"})
    void letsTheRestPass(String text) {
        assertThat(TextRules.flaw(text)).isEmpty();
    }

    @Test
    void quotesSafely() {
        assertThat(TextRules.quotable("a\r\nSet-Cookie: x\u0000é", 10)).isEqualTo("a??Set-Coo...");
    }
}
