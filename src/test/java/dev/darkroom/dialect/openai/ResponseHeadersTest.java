package dev.darkroom.dialect.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseHeadersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0ms",
        "-5, 0ms",
        "250, 250ms",
        "999, 999ms",
        "1000, 1s",
        "1001, 2s",
        "59000, 59s",
        "60000, 1m0s",
        "360000, 6m0s",
        "3600000, 1h0m0s",
        "3661000, 1h1m1s"
    })
    @Documented(
            value = "providers/openai.md §9: durations like 1s and 6m0s",
            rule = "the reset of the rate limit is a duration such as 1s or 6m0s",
            negativeTest = Documented.SAME,
            dialect = "openai")
    void writesDuration(long millis, String text) {
        assertThat(ResponseHeaders.text(Duration.ofMillis(millis))).isEqualTo(text);
    }
}
