package dev.darkroom.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.darkroom.chaos.Regex;
import dev.darkroom.http.json.Json;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rejection of costly and invalid JSON paths and regular expressions. */
class MatchExpressionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((((a{1000}){1000}){1000}){1000}",
                "(a{1000}){2}",
                "a{1000}",
                "[a-z]{2000}",
                "\\Q(\\E",
                "(",
                "*",
                "(?=a)a",
                "(a)\\1",
                "(?<!a)b"
            })
    void rejectsRegularExpressionsThatAreInvalidOrTooCostly(String regex) {
        assertThat(Regex.parse(regex)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "a.",
                "a..",
                "$",
                "$.",
                "@type",
                "$[",
                "$['a",
                "$[?(@.a =~ /(a+)+$/)]",
                "$[?]",
                "$.a.length()",
                "$['a','b']",
                "$[0,0]",
                "$..a..b",
                "$['x']..a['y']..b",
                "a b"
            })
    void rejectsPathsThatAreInvalidOrTooCostly(String path) {
        assertThat(JsonPath.parse(path).isPresent()).isEqualTo(path.equals("$"));
    }

    @Property
    void parsingAndMatchingNeverThrow(
            @ForAll
                    @Chars({'$', '@', '.', '[', ']', '\'', '"', '*', ':', '-', '0', '9', 'a', ' ', '\\', '?', '(', ')'})
                    @Chars({',', '{', '}', '|', '+', '^', 'p', 'P', 'x', 'd', 'Q', 'E', '<', '>', '='})
                    @StringLength(max = 14)
                    String text)
            throws Exception {
        assertThatCode(() -> Regex.parse(text).ifPresent(regex -> regex.matches("a0'")))
                .doesNotThrowAnyException();
        var json =
                Json.readObject("{\"a\":[{\"a\":0},[],\"x\",{\"0\":{}}],\"*\":null}".getBytes(StandardCharsets.UTF_8));
        assertThatCode(() -> JsonPath.parse(text).ifPresent(path -> path.find(json)))
                .doesNotThrowAnyException();
    }
}
