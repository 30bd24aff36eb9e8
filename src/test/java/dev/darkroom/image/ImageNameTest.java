package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageNameTest {

    @Test
    void readsWhatItWrites() {
        ImageName name = new ImageName("0123456789abcdef", UUID.fromString("ffffffff-0000-4000-bfff-000000000001"));

        assertThat(name).hasToString("0123456789abcdefffffffff00004000bfff000000000001");
        assertThat(ImageName.parse(name.toString())).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc123", "../../etc/passwd", "0123456789ABCDEFffffffff00004000bfff000000000001"})
    void refusesAnythingElse(String name) {
        assertThat(ImageName.parse(name)).isEmpty();
    }
}
