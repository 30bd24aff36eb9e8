package dev.darkroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.sample.SampleDialect;
import io.vertx.core.MultiMap;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoredHeadersTest {

    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();

    @ParameterizedTest
    @ValueSource(strings = {"Idempotency-Key", "X-Idempotency-Key"})
    void saysThatARepeatedRequestIsPaidTwice(String name) {
        headers.add(name.toLowerCase(Locale.ROOT), "1");

        assertThat(IgnoredHeaders.warnings(headers, new SomeDialect()))
                .containsExactly("`" + name + "` is ignored: the API has no idempotency keys, so a request that is sent"
                        + " twice is paid twice");
    }

    @Test
    void saysThatAnApiWithPollsDoesNotWait() {
        headers.add("Prefer", "return=minimal, Wait=60");

        assertThat(IgnoredHeaders.warnings(headers, new SomeDialect()))
                .containsExactly("`Prefer: wait` is ignored: the response does not wait for the image");
    }

    @Test
    void ignoresOtherPreferences() {
        headers.add("Prefer", "respond-async");

        assertThat(IgnoredHeaders.warnings(headers, new SomeDialect())).isEmpty();
    }

    @Test
    void warnsAboutAccountHeadersOfTheDialect() {
        headers.add("some-organization", "1").add("other-organization", "1");

        assertThat(IgnoredHeaders.warnings(headers, new SomeDialect()))
                .containsExactly("`Some-Organization` is ignored: the account of the key is charged");
    }

    @Test
    void doesNotWarnAboutHeadersThatTheDialectHonors() {
        headers.add("X-Dry-Run", "1").add("X-Webhook-Url", "http://localhost");

        assertThat(IgnoredHeaders.warnings(headers, new SomeDialect()))
                .containsExactly("`X-Webhook-Url` is ignored: no callback is sent to its URL");
    }

    @Test
    void saysNothingAboutOrdinaryHeaders() {
        headers.add("Authorization", "Bearer a").add("Accept", "*/*").add("X-Request-Id", "1");

        assertThat(IgnoredHeaders.warnings(headers, new SomeDialect())).isEmpty();
    }

    private static final class SomeDialect extends SampleDialect {

        @Override
        public boolean honors(String header) {
            return header.equals("X-Dry-Run");
        }

        @Override
        public Set<String> accountHeaders() {
            return Set.of("Some-Organization");
        }
    }
}
