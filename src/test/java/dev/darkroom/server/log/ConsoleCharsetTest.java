package dev.darkroom.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleCharsetTest {

    @ParameterizedTest
    @CsvSource({
        "UTF-8, a → b… −1",
        "US-ASCII, a -> b... -1",
        "ISO-8859-1, a -> b... -1",
        "windows-1252, a -> b... -1",
    })
    void replacesWhatALogCannotShow(String encoding, String line) {
        assertThat(ConsoleCharset.of(encoding).adapt("a → b… −1")).isEqualTo(line);
    }
}
