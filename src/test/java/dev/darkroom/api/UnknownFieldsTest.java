package dev.darkroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnknownFieldsTest {

    private final UnknownFields fields =
            new UnknownFields("input", List.of("prompt", "aspect_ratio"), Map.of("size", "aspect_ratio"));

    @Test
    void doesNotWarnAboutKnownFields() {
        assertThat(warnings("prompt", "aspect_ratio")).isEmpty();
    }

    @Test
    void suggestsFieldForItsAlias() {
        assertThat(warnings("size")).containsExactly("`size` is not a field of input; did you mean `aspect_ratio`?");
    }

    @Test
    void suggestsFieldForMisspelledName() {
        assertThat(warnings("promt")).containsExactly("`promt` is not a field of input; did you mean `prompt`?");
        assertThat(warnings("aspectRatio"))
                .containsExactly("`aspectRatio` is not a field of input; did you mean `aspect_ratio`?");
    }

    @Test
    void suggestsNothingWithoutSimilarField() {
        assertThat(warnings("zzz")).containsExactly("`zzz` is not a field of input");
    }

    @Test
    void replacesControlCharactersAndTruncatesLongNames() {
        assertThat(warnings("a\r\nb: c")).containsExactly("`a??b: c` is not a field of input");
        assertThat(warnings("z".repeat(500)).get(0)).hasSizeLessThan(100);
    }

    @Test
    void countsWarningsBeyondTheLimit() {
        String[] many = IntStream.range(0, 100).mapToObj(i -> "zz" + i).toArray(String[]::new);
        assertThat(warnings(many)).hasSize(11).last().isEqualTo("90 more fields are not fields of input");
    }

    private List<String> warnings(String... names) {
        ObjectNode object = Json.object();
        for (String name : names) {
            object.put(name, 1);
        }
        return fields.warnings(new JsonObject(object));
    }
}
