package dev.darkroom.dialect.openai;

import static dev.darkroom.dialect.openai.Bodies.errorMessage;
import static dev.darkroom.dialect.openai.Bodies.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts for wrong parameters. */
class ParametersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"1\" | a string",
                "1.5 | a decimal number",
                "1.0 | a decimal number",
                "1e2 | a decimal number",
                "true | a boolean",
                "{} | an object",
                "[] | an array"
            })
    void namesTypeOfValueThatIsNoInteger(String value, String type) {
        assertThat(errorMessage(() -> parameters("\"n\":" + value).integer("n", 1, 10)))
                .isEqualTo("Invalid type for 'n': expected an integer, but got " + type + " instead.");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "10, 10"})
    void readsIntegerWithinRange(String value, int number) {
        assertThat(parameters("\"n\":" + value).integer("n", 1, 10)).hasValue(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | below minimum value. Expected a value >= 1, but got 0 instead.",
                "-1 | below minimum value. Expected a value >= 1, but got -1 instead.",
                "11 | above maximum value. Expected a value <= 10, but got 11 instead.",
                "99999999999999999999 | above maximum value. Expected a value <= 10, but got 99999999999999999999 instead."
            })
    void namesLimitOfInteger(String value, String text) {
        assertThat(errorMessage(() -> parameters("\"n\":" + value).integer("n", 1, 10)))
                .isEqualTo("Invalid 'n': integer " + text);
    }

    @Test
    void nullCountsAsMissingExceptForRequiredString() {
        Parameters parameters = parameters("\"n\":null,\"s\":null,\"b\":null");

        assertThat(parameters.integer("n", 1, 10)).isEmpty();
        assertThat(parameters.string("s")).isEmpty();
        assertThat(parameters.bool("b", true)).isTrue();
        assertThat(parameters.choice("s", List.of("a"), value -> value)).isEmpty();
        assertThat(parameters.list("s")).isEmpty();
        assertThat(errorMessage(() -> parameters.requiredString("s")))
                .isEqualTo("Invalid type for 's': expected a string, but got null instead.");
        assertThat(errorMessage(() -> parameters.requiredString("x"))).isEqualTo("Missing required parameter: 'x'.");
    }

    @Test
    void sectionNamesItsPath() {
        Parameters section = parameters("\"tools\":[{\"quality\":1}]")
                .section("tools[0]", parameters("\"quality\":1").object());

        assertThat(errorMessage(() -> section.string("quality")))
                .isEqualTo("Invalid type for 'tools[0].quality': expected a string, but got an integer instead.");
        assertThat(errorMessage(() -> parameters("").section("tools[0]", "x")))
                .isEqualTo("Invalid type for 'tools[0]': expected an object, but got a string instead.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"a | 'a'", "a b | 'a' or 'b'", "a b c | 'a', 'b', or 'c'", "a b c d | 'a', 'b', 'c', or 'd'"})
    void listsValuesWithConjunction(String values, String text) {
        assertThat(Parameters.listed(List.of(values.split(" ")), "or")).isEqualTo(text);
    }

    @Test
    void choiceIsCaseSensitive() {
        assertThat(errorMessage(() -> parameters("\"q\":\"LOW\"").choice("q", List.of("low", "high"), value -> value)))
                .isEqualTo("Invalid value: 'LOW'. Supported values are: 'low' and 'high'.");
        assertThat(errorMessage(() -> parameters("\"q\":true").choice("q", List.of("low", "high"), value -> value)))
                .isEqualTo("Invalid type for 'q': expected one of 'low' or 'high', but got a boolean instead.");
    }

    @Test
    void listMustBeArray() {
        assertThat(errorMessage(() -> parameters("\"images\":{}").list("images")))
                .isEqualTo("Invalid type for 'images': expected an array of objects, but got an object instead.");
    }
}
