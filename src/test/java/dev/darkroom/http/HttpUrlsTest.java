package dev.darkroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpUrlsTest {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "http://host,http://host/",
                "HTTP://HOST/Path,http://host/Path",
                "https://host:443,https://host/",
                "http://host:/a,http://host/a",
                "http://my_app:3000/hook,http://my_app:3000/hook",
                "http://[::1]:8080/,http://[::1]:8080/",
                " http://host/a ,http://host/a",
                "http://host:80 ,http://host/",
                "http://host/a b?c d#e f,http://host/a%20b?c%20d",
                "http://host?q,http://host/?q",
                "http://host#f,http://host/",
                "http://host\\a\\b?c\\d,http://host/a/b?c%5Cd",
                "http://bücher.example/ü,http://xn--bcher-kva.example/%C3%BC",
                "http://b%C3%BCcher.example,http://xn--bcher-kva.example/",
                "http://host/%zz%41%4,http://host/%25zz%41%254",
                "http://a b/c,http://a b/c",
                "http://me:top%2Fsecret@host/a@b,http://…@host/a@b",
                "http://me@also@host,http://…@host/"
            })
    void readsUrlAsBrowserDoes(String text, String url) {
        assertThat(HttpUrls.isUrl(text)).isTrue();
        assertThat(HttpUrls.parse(text)).get().hasToString(url);
    }

    @Test
    void readsUrlAmongWhiteSpace() {
        assertThat(HttpUrls.read("\r\n\thttp://host/a b \r\n")).contains("http://host/a b");
        assertThat(HttpUrls.parse("\nhttps://host/a\n")).get().hasToString("https://host/a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "host/a",
                "//host",
                "ftp://host",
                "http:host",
                "http:/host",
                "http://",
                "http:///a",
                "http://?a",
                "http://@",
                "http:// host",
                "http://:80",
                "http://host:65536",
                "http://host:99999/",
                "http://host:8a",
                "http://[::1",
                "http://[g::1]",
                "http://me:se cret@host/",
                "http://me:se\"cret@host/",
                "http://host/\0",
                "http://host/a\nb"
            })
    void rejectsEverythingElse(String text) {
        assertThat(HttpUrls.isUrl(text)).isFalse();
        assertThat(HttpUrls.read(text)).isEmpty();
        assertThat(HttpUrls.parse(text)).isEmpty();
    }

    /** If the time were quadratic, each would take minutes. */
    @ParameterizedTest
    @ValueSource(strings = {" ", "a ", "a@", ":8", "/ ", "[", "\r\n", "http://"})
    @Timeout(60)
    void readsLongTextsQuickly(String part) {
        assertThat(HttpUrls.isUrl("http://a" + part.repeat(300_000) + "\0")).isFalse();
    }
}
