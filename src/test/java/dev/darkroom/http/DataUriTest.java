package dev.darkroom.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
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

    @ParameterizedTest
    @ValueSource(strings = {"data:;base64,AAEC AwQF", "data:;base64,AAEC%0AAwQF==", "data:,%00%01%02%03%04%05"})
    void readsStartOfData(String uri) {
        byte[] all = {0, 1, 2, 3, 4, 5};

        assertThat(DataUri.readStart(uri, 1000)).contains(all);
        for (int max = 0; max < uri.length(); max++) {
            byte[] start = DataUri.readStart(uri, max).orElse(new byte[0]);
            assertThat(start).isEqualTo(Arrays.copyOf(all, start.length));
        }
    }

    @Test
    void startEndsAtCompleteByte() {
        assertThat(DataUri.readStart("data:;base64,AAECAwQF", 19)).contains(new byte[] {0, 1, 2});
        assertThat(DataUri.readStart("data:,%00%01%02", 11)).contains(new byte[] {0});
    }

    @Test
    void startOfMalformedUriIsEmpty() {
        assertThat(DataUri.readStart("data:image/png", 1000)).isEmpty();
        assertThat(DataUri.readStart("data:,%zz%00", 1000)).isEmpty();
        assertThat(DataUri.readStart("data:" + "x".repeat(100) + ",AAAA", 50)).isEmpty();
    }
}
