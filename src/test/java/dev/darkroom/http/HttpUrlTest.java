package dev.darkroom.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpUrlTest {

    @ParameterizedTest
    @CsvSource({
        "http://me:secret@host, me:secret",
        "http://me@host, me:",
        "http://:secret@host, :secret",
        "http://a%40b:c%3Ad%2f%zz+@host, a@b:c:d/%zz+",
        "http://jürgen:p%C3%A4ss@host, jürgen:päss",
        "http://a:b:c@d@host, a:b:c@d"
    })
    void turnsUserInformationIntoHeader(String url, String credentials) {
        assertThat(url(url).authorization())
                .contains("Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)));
        assertThat(url(url).endpoint()).isEqualTo("host:80");
    }

    @Test
    void hasNoHeaderWithoutUserInformation() {
        assertThat(url("http://host/a@b").authorization()).isEmpty();
    }

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
        assertThat(url(url).endpoint()).isEqualTo(endpoint);
    }

    @ParameterizedTest
    @CsvSource({
        "http://h:1/a/b?c, d e, http://h:1/a/d%20e",
        "http://h:1/a/b?c, ../d?e#f, http://h:1/d?e",
        "http://h/a, //other/b, http://other/b",
        "http://u:p@h/a, /b, http://…@h/b",
        "http://u:p@h/a, http://h:80/b, http://…@h/b",
        "http://u:p@h/a, http://other/b, http://other/b",
        "http://u:p@h/a, https://h/b, https://h/b",
        "http://my_app:3000/a, b, http://my_app:3000/b"
    })
    void followsRedirect(String url, String location, String target) {
        assertThat(url(url).resolve(location)).hasToString(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://h/a", "http://h:99999/", "mailto:me", "http:///a"})
    void rejectsRedirectToNoHttpUrl(String location) {
        assertThatThrownBy(() -> url("http://h/").resolve(location)).isInstanceOf(IllegalArgumentException.class);
    }

    private static HttpUrl url(String text) {
        return HttpUrls.parse(text).orElseThrow();
    }
}
