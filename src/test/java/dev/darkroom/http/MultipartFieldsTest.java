package dev.darkroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.http.MultipartBody.FilePart;
import dev.darkroom.http.MultipartBody.TextPart;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MultipartFieldsTest {

    private final MultipartFields fields = new MultipartFields(new MultipartBody(List.of(
            new TextPart("prompt", "p"),
            new TextPart("tag", "a"),
            FilePart.of("image", Optional.of("a.png"), "image/png", new byte[1]),
            new TextPart("tag", "b"))));

    @Test
    void readsTextsAsStringOrList() {
        assertThat(fields.get("prompt")).isEqualTo("p");
        assertThat(fields.get("tag")).isEqualTo(List.of("a", "b"));
        assertThat(fields.get("none")).isNull();
    }

    @Test
    void namesFilesWithoutValue() {
        assertThat(fields.names()).containsExactly("prompt", "tag", "image");
        assertThat(fields.size()).isEqualTo(3);
        assertThat(fields.contains("image")).isTrue();
        assertThat(fields.get("image")).isNull();
        assertThat(fields.contains("none")).isFalse();
        assertThat(fields.isTyped()).isFalse();
    }
}
