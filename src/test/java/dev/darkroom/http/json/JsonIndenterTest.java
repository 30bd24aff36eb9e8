package dev.darkroom.http.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonIndenterTest {

    private static final String JSON =
            "{\"a\":[1, 2.50,{}],\"b\":{ \"c\":\"{[,: \\\" \\\\\",\"d\":[]},\"é\":null,\"raw\" : {\"x\":\n[true]}}";

    private static final String INDENTED = """
            {
              "a": [
                1,
                2.50,
                {}
              ],
              "b": {
                "c": "{[,: \\" \\\\",
                "d": []
              },
              "é": null,
              "raw": {
                "x": [
                  true
                ]
              }
            }
            """;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void indentsChunksOfAnySize(int size) {
        JsonIndenter indenter = new JsonIndenter();
        byte[] json = JSON.getBytes(UTF_8);
        StringBuilder indented = new StringBuilder();

        for (int from = 0; from < json.length; from += size) {
            byte[] chunk = Arrays.copyOfRange(json, from, Math.min(json.length, from + size));
            indented.append(new String(indenter.indent(chunk), ISO_8859_1));
        }

        byte[] bytes = indented.toString().getBytes(ISO_8859_1);
        assertThat(new String(bytes, UTF_8)).isEqualTo(INDENTED);
    }

    @Test
    void keepsEmptyObject() {
        assertThat(new JsonIndenter().indent("{}".getBytes(UTF_8))).isEqualTo("{}\n".getBytes(UTF_8));
    }
}
