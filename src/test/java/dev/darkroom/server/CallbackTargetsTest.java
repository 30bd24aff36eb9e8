package dev.darkroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallbackTargetsTest {

    /** Otherwise a client could exceed the connection limit by writing the URL of one receiver in several ways. */
    @ParameterizedTest
    @CsvSource({
        "http://host/a, host:80",
        "http://HOST:80/b?c, host:80",
        "http://me:secret@host, host:80",
        "https://host/, host:443",
        "http://host:443, host:443",
        "http://my_app:3000/hook, my_app:3000",
        "http://[::1]:8080/, [::1]:8080"
    })
    void normalizesHostAndPort(String url, String endpoint) {
        assertThat(CallbackTargets.endpoint(URI.create(url))).isEqualTo(endpoint);
    }
}
