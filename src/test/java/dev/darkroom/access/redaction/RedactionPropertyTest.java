package dev.darkroom.access.redaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.access.ApiKey;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Masks secrets in every mixture of spellings, and nothing else. */
class RedactionPropertyTest {

    private static final Redaction REDACTION = new Redaction(List.of("sk-", "sk_", "rk_live_", "sk-aig-"));

    @Property
    void masksKeyInEverySpelling(
            @ForAll("keys") String key,
            @ForAll("before") String before,
            @ForAll("after") String after,
            @ForAll("spellings") List<Spelling> spellings,
            @ForAll Random random) {
        String written = encode(before + key + after, spellings, random);

        String masked = REDACTION.text(written);

        assertMasked(masked, spellings, written, key, before + new ApiKey(key).masked() + after);
        assertThat(REDACTION.text(masked)).isEqualTo(masked);
        assertThat(new String(REDACTION.bytes(written.getBytes(UTF_8)), UTF_8)).isEqualTo(masked);
    }

    @Property
    void hidesUserInformationInEverySpelling(
            @ForAll("passwords") String password,
            @ForAll("before") String before,
            @ForAll("spellings") List<Spelling> spellings,
            @ForAll Random random) {
        Assume.that(!before.contains("@"));
        String written = encode(before + "https://me:" + password + "@host/path", spellings, random);

        String masked = REDACTION.text(written);

        assertMasked(masked, spellings, written, "me:" + password + "@", before + "https://…@host/path");
        assertThat(REDACTION.text(masked)).isEqualTo(masked);
        assertThat(new String(REDACTION.bytes(written.getBytes(UTF_8)), UTF_8)).isEqualTo(masked);
    }

    @Property
    void masksTheGivenKeyWhateverItsCharacters(
            @ForAll("anyKeys") String key,
            @ForAll("before") String before,
            @ForAll("after") String after,
            @ForAll("spellings") List<Spelling> spellings,
            @ForAll Random random) {
        Redaction redaction = REDACTION.with(ApiKey.parse(key));
        String written = encode(before + key + after, spellings, random);

        String masked = redaction.text(written);

        assertThat(decode(masked, spellings)).as(written).doesNotContain(key);
        assertThat(redaction.text(masked)).isEqualTo(masked);
    }

    @Property
    void keepsDocumentsValid(
            @ForAll("anyKeys") String key,
            @ForAll("before") String before,
            @ForAll("after") String after,
            @ForAll Random random) {
        Redaction redaction = REDACTION.with(Optional.of(new ApiKey(key)));
        String content = Spelling.JSON.encode(before + key + after, random, 0.1);
        String other = Spelling.JSON.encode(key.substring(0, key.length() / 2), random, 0);
        String json = "{\"a\":\"" + other + "\",\"b\":\"" + content + "\"}";

        String masked = new String(redaction.document(json.getBytes(UTF_8)), UTF_8);

        assertThat(masked).startsWith("{\"a\":\"").contains("\",\"b\":\"").endsWith("\"}");
        assertThat(Spelling.JSON.decode(masked.substring(masked.indexOf(",\"b\":\"") + 6, masked.length() - 2)))
                .as(json)
                .doesNotContain(key);
    }

    @Property
    void changesNothingElse(@ForAll("before") String before, @ForAll("after") String after) {
        String text = before + after;
        byte[] bytes = text.getBytes(UTF_8);

        assertThat(REDACTION.text(text)).isSameAs(text);
        assertThat(REDACTION.bytes(bytes)).isSameAs(bytes);
        assertThat(new String(REDACTION.beginning(bytes), UTF_8)).isEqualTo(text);
    }

    /**
     * With several layers of escapes, the end of a secret can be ambiguous. More may be masked then, but never less.
     */
    private static void assertMasked(
            String masked, List<Spelling> spellings, String written, String secret, String expected) {
        String decoded = decode(masked, spellings);
        assertThat(decoded).as(written).doesNotContain(secret);
        if (spellings.size() < 2) {
            assertThat(decoded).as(written).isEqualTo(expected);
        }
    }

    private static String encode(String text, List<Spelling> spellings, Random random) {
        String encoded = text;
        for (Spelling spelling : spellings) {
            encoded = spelling.encode(encoded, random, random.nextInt(3) / 2.0);
        }
        return encoded;
    }

    private static String decode(String text, List<Spelling> spellings) {
        String decoded = text;
        for (int i = spellings.size() - 1; i >= 0; i--) {
            decoded = spellings.get(i).decode(decoded);
        }
        return decoded;
    }

    @Provide
    Arbitrary<List<Spelling>> spellings() {
        return Arbitraries.of(Spelling.class).list().ofMaxSize(3);
    }

    @Provide
    Arbitrary<String> keys() {
        return Combinators.combine(
                        Arbitraries.of("sk-", "sk_", "rk_live_", "sk-proj-"),
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .withCharRange('0', '9')
                                .withChars("-_AZ")
                                .ofMinLength(7)
                                .ofMaxLength(50))
                .as(String::concat);
    }

    @Provide
    Arbitrary<String> anyKeys() {
        Arbitrary<String> any = Arbitraries.strings()
                .withCharRange('!', '~')
                .withChars("%\\\"&;u0")
                .ofMinLength(10)
                .ofMaxLength(40);
        return Arbitraries.oneOf(any.map("x"::concat), any.map("sk-"::concat));
    }

    @Provide
    Arbitrary<String> passwords() {
        return Arbitraries.strings()
                .withCharRange('a', 'f')
                .withCharRange('0', '3')
                .withChars("@:;=&+$,!*é中")
                .ofMaxLength(20);
    }

    /** The text before a secret. It does not end with a letter or a digit of ASCII. */
    @Provide
    Arbitrary<String> before() {
        return Combinators.combine(words(), Arbitraries.of("", " ", "\"", "\n", "=", "/", "é", "中", "(", "\\", "%"))
                .as((words, end) -> String.join(" ", words) + (words.isEmpty() ? "" : " ") + end);
    }

    /** The text after a secret. It does not begin with a character of a key. */
    @Provide
    Arbitrary<String> after() {
        return Combinators.combine(words(), Arbitraries.of("", " ", "\"", "\n", ",", "/", "?", "中", ")", "\\ ", "%"))
                .as((words, start) -> start + (words.isEmpty() ? "" : " ") + String.join(" ", words));
    }

    private static Arbitrary<List<String>> words() {
        return Arbitraries.of(
                        "a lamp",
                        "100%",
                        "C:\\",
                        "&",
                        "\"quoted\"",
                        "é中",
                        "\r\n",
                        "task_0123456789abcdef0123456789abcdef",
                        "desk-lamp-1234567",
                        "risk_0123456789",
                        "sk-short is short",
                        "sk-ci…f3",
                        "https://host:8080/path",
                        "http://…@host/",
                        "me@example.com")
                .list()
                .ofMaxSize(4);
    }
}
