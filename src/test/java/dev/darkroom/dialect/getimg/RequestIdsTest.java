package dev.darkroom.dialect.getimg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {

    @Property
    @Documented(
            value = "providers/getimg.md §4, like a ULID",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "Generation.id")
    void everyTaskHasAnIdOfThatForm(@ForAll long high, @ForAll long low) {
        UUID task = new UUID(high, low);
        String id = RequestIds.of(task);

        assertThat(id).matches("req-[0-7][0-9A-HJKMNP-TV-Z]{25}");
        assertThat(RequestIds.parse(id)).contains(task);
    }

    @Test
    void theEndsOfTheScaleAreThoseOfAUlid() {
        assertThat(RequestIds.of(new UUID(0, 0))).isEqualTo("req-" + "0".repeat(26));
        assertThat(RequestIds.of(new UUID(-1, -1))).isEqualTo("req-7" + "Z".repeat(25));
        assertThat(RequestIds.parse("req-01JX3N8Q4V5T6Y7Z8A9B0C1D2E"))
                .map(RequestIds::of)
                .contains("req-01JX3N8Q4V5T6Y7Z8A9B0C1D2E");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "req-",
                "01JX3N8Q4V5T6Y7Z8A9B0C1D2E",
                "req-81JX3N8Q4V5T6Y7Z8A9B0C1D2E",
                "req-01JX3N8Q4V5T6Y7Z8A9B0C1D2",
                "req-01JX3N8Q4V5T6Y7Z8A9B0C1D2EF",
                "req-01JX3N8Q4V5T6Y7Z8A9B0C1D2U",
                "req-01jx3n8q4v5t6y7z8a9b0c1d2e",
                "REQ-01JX3N8Q4V5T6Y7Z8A9B0C1D2E"
            })
    void nothingElseIsOne(String id) {
        assertThat(RequestIds.parse(id)).isEmpty();
    }
}
