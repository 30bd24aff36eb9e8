package dev.darkroom.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptTriggersTest {

    @Test
    void areReadWhereverTheyStand() {
        assertThat(PromptTriggers.read("A [[fail: upstream_error]] lighthouse [[ NSFW ]] at [[Reject:x]] dusk"))
                .isEqualTo(new PromptTriggers(Optional.of("x"), Optional.of("upstream_error"), true, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a lighthouse", "[fail: x]", "[[", "[[]]", "]] [[", "[[fail: x]", "{{fail: x}}"})
    void areNotSeenWhereThereAreNone(String prompt) {
        assertThat(PromptTriggers.read(prompt))
                .isEqualTo(new PromptTriggers(Optional.empty(), Optional.empty(), false, List.of()));
    }

    @Test
    void ofTheSameWordTheFirstCounts() {
        assertThat(PromptTriggers.read("[[fail: a]] [[fail: b]]").fail()).contains("a");
    }

    @Test
    void failNeedsNoCode() {
        assertThat(PromptTriggers.read("[[fail]]").fail()).contains("");
    }

    @Test
    void whatIsNoneIsNamed() {
        assertThat(PromptTriggers.read("[[fial: x]] [[reject]] [[reject: ]] [[nsfw: 1]] [[[nsfw]]]"))
                .isEqualTo(new PromptTriggers(
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        List.of("[[fial: x]]", "[[reject]]", "[[reject: ]]", "[[nsfw: 1]]")));
    }
}
