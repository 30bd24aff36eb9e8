package dev.darkroom.access.redaction;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.access.ApiKey;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private static final int MEGABYTE = 1 << 20;
    private static final Redaction REDACTION = new Redaction(List.of("sk-", "sk_", "rk_live_"));

    @ParameterizedTest
    @CsvSource({
        "sk-0123456789, sk-01…89",
        "Bearer sk-proj-abcDEF_0-9, Bearer sk-pr…-9",
        "key_sk_0123456789, key_sk_01…89",
        "?key=sk-0123456789&a=b, ?key=sk-01…89&a=b",
        "%73k-0123456789, sk-01…89",
        "x%20sk-0123456789, x%20sk-01…89",
        "x%2520sk-0123456789, x%2520sk-01…89",
        "http://sk-0123456789.example:80/, http://sk-01…le:80/",
        "\\rk_live_0123456789, \\rk_li…89",
        "\\u4e2dsk-0123456789, \\u4e2dsk-01…89",
        "%E4%B8%ADsk-0123456789, %E4%B8%ADsk-01…89",
        "sk-012345…, sk-…… "
    })
    void masksKeys(String text, String masked) {
        assertThat(REDACTION.text(text)).isEqualTo(masked.strip());
    }

    @ParameterizedTest
    @CsvSource({
        "http://user:pw@host, http://…@host",
        "http://token@host/a@b, http://…@host/a@b",
        "redis://:pw@host?a, redis://…@host?a",
        "http:\\/\\/user:p%2Fw@host, http:\\/\\/…@host",
        "http://user:p@w@host, http://…@host",
        "a?url=http%3A%2F%2Fuser%3Apw%40host%2F, a?url=http%3A%2F%2F…%40host%2F",
        "http://user:passwo..., http://…...",
        "http://user:passwo…, http://……"
    })
    void hidesUserInformation(String text, String masked) {
        assertThat(REDACTION.text(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task_0123456789abcdef",
                "desk-lamp-1234",
                "risk_0123456789",
                "sk-short",
                "Bearer sk-aig-...",
                "sk-ci…f3",
                "http://…@host",
                "http://host:8080...",
                "http://host/a@b",
                "a: b@c"
            })
    void keepsEverythingElse(String text) {
        assertThat(REDACTION.text(text)).isSameAs(text);
    }

    @Test
    void masksGivenKeyInAnyPlace() {
        Redaction redaction = REDACTION.with(ApiKey.parse("my\"key\\with%41<"));

        assertThat(redaction.text("xmy\"key\\with%41<x")).isEqualTo("xmy.ke….x");
        assertThat(redaction.text("xmy\\\"key\\\\with%41<.")).isEqualTo("xmy.ke…1..");
        assertThat(redaction.text("xmy%22key%5Cwith%2541%3c.")).isEqualTo("xmy.ke…1..");
    }

    /** PHP writes a slash in JSON as {@code \\/}. */
    @Test
    void masksGivenKeyWithEscapedSlash() {
        Redaction redaction = REDACTION.with(ApiKey.parse("abcdef/ghij"));

        assertThat(redaction.text("{\"user\":\"abcdef\\/ghij\"}")).isEqualTo("{\"user\":\"abcde…ij\"}");
    }

    @Test
    void keepsShortGivenKey() {
        assertThat(REDACTION.with(ApiKey.parse("prompt")).text("a prompt")).isEqualTo("a prompt");
    }

    @Test
    void givenKeyCannotMatchTheSyntaxOfDocument() {
        String key = "sk-a\",\"size\":\"b";
        String json = "{\"a\":\"sk-a\",\"size\":\"b\",\"prompt\":\"sk-a\\\",\\\"size\\\":\\\"b\"}";

        assertThat(new String(REDACTION.with(ApiKey.parse(key)).document(json.getBytes(UTF_8)), UTF_8))
                .isEqualTo("{\"a\":\"sk-a\",\"size\":\"b\",\"prompt\":\"sk-a.….b\"}");
    }

    @ParameterizedTest
    @MethodSource("wideEncodings")
    void masksKeyInUtf16(Charset charset) {
        byte[] masked = REDACTION.bytes("{\"prompt\":\"sk-0123456789\"}".getBytes(charset));

        assertThat(new String(masked, UTF_8).replace("\0", "")).isEqualTo("{\"prompt\":\"sk-01…89\"}");
    }

    static Stream<Charset> wideEncodings() {
        return Stream.of(UTF_16BE, UTF_16LE);
    }

    @Test
    void endOfBeginningRevealsNothing() {
        String text = "{\"a\":\"sk%2D0123456789\",\"b\":\"http:\\/\\/user:p\\u0061ssword@host\",\"c\":\"mySecretKey\"}";
        Redaction redaction = REDACTION.with(ApiKey.parse("mySecretKey"));
        for (int length = 0; length <= text.length(); length++) {
            byte[] beginning = text.substring(0, length).getBytes(UTF_8);
            assertThat(new String(redaction.beginning(beginning), UTF_8))
                    .doesNotContain("012", "user", "p\\u", "mySecr");
        }
    }

    /** If the time were quadratic, these texts would take days. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "sk-",
                "sk-a ",
                "sk-0123456789 ",
                "://",
                ":%2F/",
                "://%2F%252F",
                "://a",
                "@",
                "%25",
                "\\u005c",
                "\\",
                "&amp;",
                "&#38;",
                "%5Cu0025",
                "\0",
                "…",
                "http://u:p@h ",
                "aaaaaaaaab",
                "%2573k-0123456789"
            })
    void timeIsLinear(String part) {
        Redaction redaction = REDACTION.with(ApiKey.parse("a".repeat(200) + "\"b"));
        String text = "x://" + part.repeat(MEGABYTE / part.length()) + " sk-0123456789\n";

        assertThat(redaction.text(text).endsWith(" sk-01…89\n")).isTrue();
        assertThat(redaction.document(text.getBytes(UTF_8)).length).isPositive();
    }
}
