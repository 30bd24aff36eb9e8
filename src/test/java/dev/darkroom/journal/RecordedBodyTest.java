package dev.darkroom.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordedBodyTest {

    @Test
    void equalsBodyWithTheSameBytes() {
        assertThat(body("{}")).isEqualTo(body("{}")).hasSameHashCodeAs(body("{}"));
        assertThat(body("{}")).isNotEqualTo(body("[]")).isNotEqualTo(body("{} "));
        assertThat(body("")).isEqualTo(RecordedBody.NONE);
    }

    @Test
    void distinguishesImagesOfTheSameLength() {
        RecordedBody black = body("A".repeat(1000));
        RecordedBody white = body("B".repeat(1000));

        assertThat(black.text()).isEqualTo(white.text());
        assertThat(black).isNotEqualTo(white);
    }

    @Test
    void comparesLongBodiesByBeginningAndLength() {
        String beginning = "a b ".repeat(RecordedBody.MAX_BYTES);

        assertThat(body(beginning + "c")).isEqualTo(body(beginning + "d")).isNotEqualTo(body(beginning));
    }

    @Test
    void omittedBodyEqualsOnlyItself() {
        RecordedBody omitted = RecordedBody.omitted(10);

        assertThat(omitted).isEqualTo(omitted).isNotEqualTo(RecordedBody.omitted(10));
    }

    private static RecordedBody body(String text) {
        return RecordedBody.of(text.getBytes(UTF_8));
    }
}
