package dev.darkroom.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.access.ApiKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTest {

    @ParameterizedTest
    @ValueSource(strings = {"Bearer sk-a", "bearer sk-a", "BEARER   sk-a", " Bearer sk-a "})
    void readsTheKey(String header) {
        assertThat(Bearer.read(List.of(header))).isEqualTo(new Bearer.Key(new ApiKey("sk-a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sk-a", "Basic sk-a", "Bearer", "Bearer ", "Bearer sk-a sk-b", "Bearersk-a"})
    void saysThatItCannot(String header) {
        assertThat(Bearer.read(List.of(header))).isInstanceOf(Bearer.Unreadable.class);
    }

    @Test
    void tellsNoHeaderFromSeveral() {
        assertThat(Bearer.read(null)).isInstanceOf(Bearer.Missing.class);
        assertThat(Bearer.read(List.of("Bearer a", "Bearer a"))).isInstanceOf(Bearer.Unreadable.class);
    }
}
