package dev.darkroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {

    @ParameterizedTest
    @CsvSource({
        "localhost, localhost",
        "LocalHost:8080, localhost",
        "localhost., localhost",
        "localhost.:8080, localhost",
        "localhost:, localhost",
        "My_Service-1, my_service-1",
        "a.example.TEST:443, a.example.test",
        "127.0.0.1:8080, 127.0.0.1",
        "[::1]:8080, ::1",
        "[::FFFF:10.0.0.1], ::FFFF:10.0.0.1"
    })
    void readsNameOrAddress(String authority, String expected) {
        assertThat(HostName.of(authority)).map(HostName::text).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                ":80",
                "localhost..",
                "a..b",
                ".localhost",
                "evil.example:80@localhost",
                "localhost@evil.example",
                "localhost, evil.example",
                "localhost evil.example",
                "localhost/evil.example",
                "localhost:80:80",
                "localhost:100000",
                "localhost:port",
                "0x7f000001",
                "2130706433",
                "127.1",
                "0177.0.0.1",
                "127.0.0.256",
                "evil.0x7f",
                "::1",
                "[::1",
                "[localhost]",
                "[::1].evil.example",
                "l\u00f6calhost",
                "localhost\u0000"
            })
    void isEmptyForAnythingElse(String authority) {
        assertThat(HostName.of(authority)).isEmpty();
    }

    @Test
    void limitsTheLength() {
        assertThat(HostName.of("a.".repeat(126) + "a")).isPresent();
        assertThat(HostName.of("a.".repeat(127) + "a")).isEmpty();
        assertThat(HostName.of("a".repeat(64))).isEmpty();
        assertThat(HostName.of("a.".repeat(1 << 16))).isEmpty();
    }
}
