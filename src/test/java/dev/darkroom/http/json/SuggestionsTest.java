package dev.darkroom.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

    @Test
    void findsMostSimilarName() {
        assertThat(Suggestions.closest("promt", List.of("model", "prompt", "resolution")))
                .contains("prompt");
        assertThat(Suggestions.closest("unrelated", List.of("model", "prompt"))).isEmpty();
    }

    /** The order of a {@link java.util.Set#of} differs from one run of the JVM to the next. */
    @Test
    void orderOfKnownNamesDoesNotMatter() {
        assertThat(Suggestions.closest("names", List.of("namea", "nameb"))).contains("namea");
        assertThat(Suggestions.closest("names", List.of("nameb", "namea"))).contains("namea");
    }
}
