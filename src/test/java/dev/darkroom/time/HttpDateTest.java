package dev.darkroom.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {

    private static final Instant AT = Instant.parse("1994-11-06T08:49:37Z");
    private static final String TEXT = "Sun, 06 Nov 1994 08:49:37 GMT";

    @Test
    void writesDateInWholeSeconds() {
        assertThat(HttpDate.of(AT.plusMillis(999))).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {TEXT, "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 6 Nov 1994 09:49:37 +0100"})
    void readsDate(String text) {
        assertThat(HttpDate.parse(text)).contains(AT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "1994-11-06T08:49:37Z", "Mon, 06 Nov 1994 08:49:37 GMT"})
    void rejectsOtherText(String text) {
        assertThat(HttpDate.parse(text)).isEmpty();
    }
}
