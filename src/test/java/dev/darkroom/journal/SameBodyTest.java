package dev.darkroom.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SameBodyTest {

    @Test
    void bodiesWithTheSameBytesAreTheSame() {
        assertThat(body("{}")).isEqualTo(body("{}")).hasSameHashCodeAs(body("{}"));
        assertThat(body("{}")).isNotEqualTo(body("[]")).isNotEqualTo(body("{} "));
        assertThat(body("")).isEqualTo(Body.NONE);
    }

    /** They are shown alike. */
    @Test
    void twoPicturesOfTheSameLengthAreNot() {
        Body black = body("A".repeat(1000));
        Body white = body("B".repeat(1000));

        assertThat(black.text()).isEqualTo(white.text());
        assertThat(black).isNotEqualTo(white);
    }

    @Test
    void aLongOneIsKnownByItsBeginningAndItsLength() {
        String beginning = "a b ".repeat(Body.MOST);

        assertThat(body(beginning + "c")).isEqualTo(body(beginning + "d")).isNotEqualTo(body(beginning));
    }

    @Test
    void ofOneThatWasNotReadNobodyKnows() {
        Body unread = Body.unread(10);

        assertThat(unread).isEqualTo(unread).isNotEqualTo(Body.unread(10));
    }

    private static Body body(String text) {
        return Body.of(text.getBytes(UTF_8));
    }
}
