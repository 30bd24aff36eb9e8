package dev.darkroom.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.access.redaction.Redaction;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedBodyTest {

    private static final Redaction REDACTION = new Redaction(List.of("sk-"));

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

    @Test
    void masksSecrets() {
        RecordedBody recorded = body("{\"prompt\": \"sk-0123456789\"}").redacted(REDACTION);

        assertThat(recorded.text()).isEqualTo("{\"prompt\": \"sk-01…89\"}");
        assertThat(recorded.length()).isEqualTo(27);
        assertThat(body("{}").redacted(REDACTION)).isEqualTo(body("{}"));
    }

    @Test
    void masksSecretThatTheLimitHasCutInTwo() {
        for (int shown = 0; shown < 13; shown++) {
            String beginning = "a b ".repeat(RecordedBody.MAX_BYTES / 4).substring(shown);

            assertThat(body(beginning + "sk-0123456789 and more")
                            .redacted(REDACTION)
                            .text())
                    .startsWith(beginning)
                    .doesNotContain("sk-012");
        }
    }

    private static RecordedBody body(String text) {
        return RecordedBody.of(text.getBytes(UTF_8));
    }
}
