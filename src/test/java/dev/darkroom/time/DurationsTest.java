package dev.darkroom.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "0s, PT0S",
        "500ms, PT0.5S",
        "30s, PT30S",
        "30, PT30S",
        "5m, PT5M",
        "24h, PT24H",
        "10d, PT240H",
        "PT1M30S, PT1M30S",
        "pt2s, PT2S",
        "' 3 s ', PT3S",
        "-PT1S, PT-1S"
    })
    void parsesCommonNotations(String text, Duration duration) {
        assertThat(Durations.parse(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "s", "soon", "1.5s", "-1s", "1y", "1s1s", "9999999999999999s", "999999999999999d", "PT"})
    void rejectsOtherTexts(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }
}
