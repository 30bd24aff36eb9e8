package dev.darkroom.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.http.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each kind of step selects (RFC 9535, section 2). */
class JsonPathTest {

    private static final String BODY = """
            {"a": [{"b": 1}, {"b": 2, "c": null}, [3, 4]], "a name": {"it's": 5}, "x\\\\y": 6}""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    $.a[0].b        | [1]
                    a[0].b          | [1]
                    ['a'][0]['b']   | [1]
                    $.a[-1]         | [[3,4]]
                    $.a[3]          | []
                    $.a[-4]         | []
                    $.a[1:]         | [{"b":2,"c":null}, [3,4]]
                    $.a[:1]         | [{"b":1}]
                    $.a[-2:-1]      | [{"b":2,"c":null}]
                    $.a[5:9]        | []
                    $.a[*].b        | [1, 2]
                    $.a[*][1]       | [4]
                    $.a[1].c        | [null]
                    $.a[1].*        | [2, null]
                    $..b            | [1, 2]
                    $..[1]          | [{"b":2,"c":null}, 4]
                    $..['it\\'s']   | [5]
                    $["a name"].*   | [5]
                    $['x\\\\y']     | [6]
                    $.a.b           | []
                    $.a name        |
                    $.a[1           |
                    $.a[1.5]        |
                    $...b           |
                    a..b..c         |
                    """)
    void selects(String path, String values) throws Exception {
        JsonNode body = Json.readObject(BODY.getBytes(StandardCharsets.UTF_8));

        assertThat(JsonPath.parse(path).map(parsed -> parsed.find(body).toString()))
                .isEqualTo(Optional.ofNullable(values));
    }
}
