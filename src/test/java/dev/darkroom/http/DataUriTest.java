package dev.darkroom.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataUriTest {

    private static final byte[] BYTES = {(byte) 0xFB, (byte) 0xFF, 'a', '+'};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:image/png;base64,+/9hKw==",
                "data:;base64,+/9hKw",
                "data:image/png;base64,-_9hKw==",
                "data:image/png;base64,%2B%2F9hKw%3D%3D",
                "data:image/png,%FB%FFa+"
            })
    void readsAllNotations(String uri) {
        assertThat(DataUri.read(uri)).isEqualTo(BYTES);
    }

    @Test
    void rejectsMalformedUris() {
        assertThatThrownBy(() -> DataUri.read("data:image/png")).hasMessageContaining("comma");
        assertThatThrownBy(() -> DataUri.read("data:,%zz")).isInstanceOf(IllegalArgumentException.class);
    }
}
