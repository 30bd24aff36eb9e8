package dev.darkroom.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptTriggersTest {

    @Test
    void areReadWhereverTheyStand() {
        assertThat(PromptTriggers.read("A [[fail: upstream_error]] lighthouse [[ NSFW ]] at [[Reject:x]] dusk"))
                .isEqualTo(new PromptTriggers(List.of("x"), List.of("upstream_error"), true, List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a lighthouse", "[fail: x]", "[[", "]] [[", "[[fail: x]", "{{fail: x}}"})
    void areNotSeenWhereThereAreNone(String prompt) {
        assertThat(PromptTriggers.read(prompt))
                .isEqualTo(new PromptTriggers(List.of(), List.of(), false, List.of(), List.of()));
    }

    @Test
    void areKeptInTheirOrder() {
        assertThat(PromptTriggers.read("[[fail: b]] [[fail: a]] [[fail: b]]").fail())
                .containsExactly("b", "a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[fail]]", "[[fail:]]", "[[ fail : ]]"})
    void failNeedsNoCode(String prompt) {
        assertThat(PromptTriggers.read(prompt).fail()).containsExactly("");
    }

    @Test
    void whatIsNoneIsNamed() {
        assertThat(PromptTriggers.read("[[fial: x]] [[reject]] [[reject: ]] [[nsfw: 1]] [[[nsfw]]] [[]] [[fial: x]]"))
                .isEqualTo(new PromptTriggers(
                        List.of(),
                        List.of(),
                        true,
                        List.of(),
                        List.of("[[fial: x]]", "[[reject]]", "[[reject: ]]", "[[nsfw: 1]]", "[[]]")));
    }
}
