package dev.darkroom.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.http.json.Json.MalformedJsonException;
import dev.darkroom.ledger.Credits;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{}{}", "[]", "null", "1", "\"a\"", "{'a':1}", "{\"a\":01}", "{\"a\":NaN}"})
    void rejectsEverythingExceptOneObject(String body) {
        assertThatThrownBy(() -> Json.readObject(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void rejectsInvalidUtf8() {
        byte[] broken = {'{', '"', (byte) 0xC3, '"', ':', '1', '}'};
        assertThatThrownBy(() -> Json.readObject(broken)).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void rejectsDeepNesting() {
        String deep = "{\"a\":".repeat(Json.MAX_DEPTH + 1) + "1" + "}".repeat(Json.MAX_DEPTH + 1);
        assertThatThrownBy(() -> Json.readObject(deep.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedJsonException.class);
    }

    /** Jackson's own limit is 20,000,000 characters, less than an image in base64 can have. */
    @Test
    void readsTextAsLongAsABody() throws MalformedJsonException {
        String text = "A".repeat(20_000_001);
        byte[] body = ("{\"a\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8);

        assertThat(Json.readObject(body).get("a").textValue().length()).isEqualTo(text.length());
    }

    @Test
    void rejectsLongNumber() {
        byte[] body = ("{\"a\":" + "1".repeat(1001) + "}").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Json.readObject(body))
                .hasMessage("The request body is nested deeper than 32 levels, has more than 50000 values and names,"
                        + " or has a number or a name that is too long.");
    }

    @Test
    void limitsNumberOfValues() throws MalformedJsonException {
        String values = "[],".repeat(Json.MAX_TOKENS / 2);

        assertThat(Json.readObject(("{\"a\":[" + values.substring(60) + "0]}").getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
        assertThatThrownBy(() -> Json.readObject(("{\"a\":[" + values + "0]}").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("more than 50000 values and names");
    }

    @Test
    void reportsPositionOfSyntaxError() {
        assertThatThrownBy(() -> Json.readObject("{\n  \"a\" 1}".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("The request body is not valid JSON (line 2, column 7).");
    }

    @Test
    void writesCreditsWithoutTrailingZeros() {
        assertThat(Json.number(Credits.of("9997.6"))).hasToString("9997.6");
        assertThat(Json.number(Credits.of("10000"))).hasToString("10000");
        assertThat(Json.number(Credits.of("0.001"))).hasToString("0.001");
    }
}
