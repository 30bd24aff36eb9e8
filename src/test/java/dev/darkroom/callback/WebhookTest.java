package dev.darkroom.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @ParameterizedTest
    @CsvSource({"1, true", "24, true", "32, true", "64, true", "65, false"})
    void secretHas1To64Bytes(int bytes, boolean isValid) {
        String secret = "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);

        assertThat(Webhook.isSecret(secret)).isEqualTo(isValid);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2La_aSw",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwAA"
            })
    void rejectsOtherTexts(String text) {
        assertThat(Webhook.isSecret(text)).isFalse();
    }

    @Test
    void receivesAllEventsUnlessSomeAreNamed() {
        assertThat(new Webhook("http://receiver", SECRET, List.of()).receives("job.failed"))
                .isTrue();
        assertThat(new Webhook("http://receiver", SECRET, List.of("job.completed")).receives("job.failed"))
                .isFalse();
    }

    @Test
    void hidesSecret() {
        Webhook webhook = new Webhook("http://receiver", SECRET, List.of());

        assertThat(webhook.maskedSecret()).isEqualTo("whsec_MfK…aSw");
        assertThat(webhook.toString()).contains("http://receiver").doesNotContain(SECRET);
    }

    @Test
    void hidesShortSecretWhole() {
        assertThat(new Webhook("http://receiver", "whsec_AAEC", List.of()).maskedSecret())
                .isEqualTo("whsec_…");
    }
}
