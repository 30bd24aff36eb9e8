package dev.darkroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "tab\tbed", "ключ", "a\u007f"})
    void rejectsMalformedKeys(String value) {
        assertThat(ApiKey.parse(value)).isEmpty();
    }

    @Test
    void acceptsUpTo256Characters() {
        assertThat(ApiKey.parse("k".repeat(256))).isPresent();
        assertThat(ApiKey.parse("k".repeat(257))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "sk", "sk-", "sk-a", "sk-abcdef", "sk-abcdefgh", "sk-your-api-key"})
    void neverPrintsWholeKey(String value) {
        ApiKey key = new ApiKey(value);
        assertThat(key.masked()).isNotEqualTo(value).contains("…");
        assertThat(key.masked().replace("…", "").length()).isLessThan(value.length());
        assertThat(key).hasToString(key.masked());
    }

    @Test
    void handleDoesNotRevealTheKey() {
        assertThat(new ApiKey("sk-a").handle())
                .matches("[0-9a-f]{16}")
                .isEqualTo(new ApiKey("sk-a").handle())
                .isNotEqualTo(new ApiKey("sk-b").handle());
    }
}
