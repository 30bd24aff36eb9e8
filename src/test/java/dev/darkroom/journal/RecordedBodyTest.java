package dev.darkroom.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordedBodyTest {

    @Test
    void bodiesWithTheSameBytesAreTheSame() {
        assertThat(body("{}")).isEqualTo(body("{}")).hasSameHashCodeAs(body("{}"));
        assertThat(body("{}")).isNotEqualTo(body("[]")).isNotEqualTo(body("{} "));
        assertThat(body("")).isEqualTo(RecordedBody.NONE);
    }

    /** They are shown alike. */
    @Test
    void twoPicturesOfTheSameLengthAreNot() {
        RecordedBody black = body("A".repeat(1000));
        RecordedBody white = body("B".repeat(1000));

        assertThat(black.text()).isEqualTo(white.text());
        assertThat(black).isNotEqualTo(white);
    }

    @Test
    void aLongOneIsKnownByItsBeginningAndItsLength() {
        String beginning = "a b ".repeat(RecordedBody.MAX_BYTES);

        assertThat(body(beginning + "c")).isEqualTo(body(beginning + "d")).isNotEqualTo(body(beginning));
    }

    @Test
    void ofOneThatWasNotReadNobodyKnows() {
        RecordedBody unread = RecordedBody.unread(10);

        assertThat(unread).isEqualTo(unread).isNotEqualTo(RecordedBody.unread(10));
    }

    private static RecordedBody body(String text) {
        return RecordedBody.of(text.getBytes(UTF_8));
    }
}
