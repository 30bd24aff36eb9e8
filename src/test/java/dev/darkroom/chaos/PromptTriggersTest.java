package dev.darkroom.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.chaos.PromptTriggers.UnknownTrigger;
import dev.darkroom.chaos.fault.Delay;
import dev.darkroom.chaos.fault.Duplicate;
import dev.darkroom.chaos.fault.Empty;
import dev.darkroom.chaos.fault.Fail;
import dev.darkroom.chaos.fault.Fault;
import dev.darkroom.chaos.fault.FaultType;
import dev.darkroom.chaos.fault.FaultTypes;
import dev.darkroom.chaos.fault.ProxyTimeout;
import dev.darkroom.chaos.fault.Reset;
import dev.darkroom.chaos.fault.SlowTask;
import dev.darkroom.chaos.fault.WrongType;
import dev.darkroom.time.Latency;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptTriggersTest {

    @Test
    void readsTriggersAnywhereInPrompt() {
        PromptTriggers triggers =
                PromptTriggers.read("A [[fail: upstream_error]] lighthouse [[ NSFW ]] at [[Reject:x]] dusk");

        assertThat(triggers.reject()).containsExactly("x");
        assertThat(triggers.moderation()).contains(ModerationTrigger.NSFW);
        assertThat(faults(triggers)).containsExactly(new Fail(Optional.of("upstream_error"), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a lighthouse", "[fail: x]", "[[", "]] [[", "[[fail: x]", "{{fail: x}}"})
    void ignoresOtherBrackets(String prompt) {
        assertThat(PromptTriggers.read(prompt)).isEqualTo(PromptTriggers.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "a [[fail: x]] cat,a   cat",
        "[[a]][[b]],'  '",
        "[[a] b]] c,'  c'",
        "a [[b,a [[b",
        "]] [[,]] [[",
        "a cat,a cat",
        "[[[a]]],' ]'"
    })
    void stripsTextInDoubleBrackets(String prompt, String stripped) {
        assertThat(PromptTriggers.strip(prompt)).isEqualTo(stripped);
    }

    @Test
    void keepsOrderOfPrompt() {
        PromptTriggers triggers = PromptTriggers.read("[[reject: b]] [[stall]] [[reject: a]] [[fail]] [[reject: b]]");

        assertThat(triggers.reject()).containsExactly("b", "a");
        assertThat(triggers.faults())
                .extracting(InjectedFault::name)
                .containsExactly("stall in the prompt", "fail in the prompt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[fail]]", "[[fail:]]", "[[ fail : ]]"})
    void codeOfFailIsOptional(String prompt) {
        assertThat(faults(PromptTriggers.read(prompt))).containsExactly(new Fail(Optional.empty(), Optional.empty()));
    }

    @Test
    void acceptsNumberAsCode() {
        assertThat(faults(PromptTriggers.read("[[fail: 80006]]")))
                .containsExactly(new Fail(Optional.of("80006"), Optional.empty()));
        assertThat(PromptTriggers.read("[[fail: 8.5]]").unknown()).hasSize(1);
    }

    @Test
    void readsValueOfEachTrigger() {
        PromptTriggers triggers = PromptTriggers.read("[[slow: 2.5]] [[reset: 0.5]] [[callback: delay 90s]]"
                + " [[callback: duplicate 4]] [[file: wrong_type text/plain]] [[pending: 3s]] [[processing: PT1M]]");

        assertThat(faults(triggers))
                .containsExactly(
                        new SlowTask(2.5, Optional.empty()),
                        new Reset(0.5, Duration.ZERO, true),
                        new Delay(new Latency.Fixed(Duration.ofSeconds(90))),
                        new Duplicate(4),
                        new WrongType("text/plain"));
        assertThat(triggers.pending()).contains(new Latency.Fixed(Duration.ofSeconds(3)));
        assertThat(triggers.processing()).contains(new Latency.Fixed(Duration.ofMinutes(1)));
        assertThat(triggers.unknown()).isEmpty();
    }

    @Test
    void readsTimeAfterValue() {
        PromptTriggers triggers = PromptTriggers.read("[[gateway: 524 after 60s]] [[gateway: after 2m]]"
                + " [[fail: upstream_error after 3s]] [[reset: 0.5 after 1s]] [[empty: after 1s]] [[empty: 1s]]");

        assertThat(faults(triggers))
                .containsExactly(
                        new ProxyTimeout(524, Duration.ofMinutes(1)),
                        new ProxyTimeout(504, Duration.ofMinutes(2)),
                        new Fail(Optional.of("upstream_error"), Optional.of(Duration.ofSeconds(3))),
                        new Reset(0.5, Duration.ofSeconds(1), true),
                        new Empty(Duration.ofSeconds(1), false),
                        new Empty(Duration.ofSeconds(1), false));
        assertThat(triggers.proxyTimeout())
                .contains(new InjectedFault<>("gateway in the prompt", new ProxyTimeout(524, Duration.ofMinutes(1))));
        assertThat(triggers.requestFault()).map(InjectedFault::name).contains("reset in the prompt");
        assertThat(triggers.unknown()).isEmpty();
    }

    @Test
    void processedTriggerLetsFaultyRequestSucceed() {
        assertThat(isProcessed("[[reset]]")).isFalse();
        assertThat(isProcessed("[[reset]] [[processed]]")).isTrue();
    }

    @Test
    void everyFaultButErrorAndOutageHasTrigger() {
        assertThat(FaultTypes.ALL)
                .filteredOn(type -> faults(PromptTriggers.read(trigger(type))).isEmpty())
                .extracting(FaultType::name)
                .containsExactly("error", "latency", "outage");
        assertThat(faults(PromptTriggers.read("[[latency: 1s]]"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[[moderation: sexual]]; INPUT; sexual",
                "[[moderation: output sexual]]; OUTPUT; sexual",
                "[[Moderation: Sexual/Minors, violence, input]]; INPUT; sexual/minors,violence",
                "[[nsfw]]; OUTPUT; sexual",
                "[[moderation: hate]] [[nsfw]]; INPUT; hate"
            })
    void readsWhatModerationFinds(String prompt, ModerationTrigger.Stage stage, String categories) {
        ModerationTrigger finding = PromptTriggers.read(prompt).moderation().orElseThrow();

        assertThat(finding.stage()).isEqualTo(stage);
        assertThat(finding.categories()).containsExactly(categories.split(","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ": ", ": cats", ": input", ": input output sexual", ": sexual sexual"})
    void reportsInvalidModeration(String value) {
        PromptTriggers triggers = PromptTriggers.read("[[moderation" + value + "]]");

        assertThat(triggers.moderation()).isEmpty();
        assertThat(triggers.unknown().get(0).error().orElseThrow()).contains("sexual/minors", "input or output");
    }

    @Test
    void limitsNumberOfTriggers() {
        PromptTriggers triggers = PromptTriggers.read("[[fail: x]]".repeat(100) + "[[fail: y]]".repeat(100));

        assertThat(triggers.faults()).hasSize(100);
        assertThat(triggers.unknown())
                .containsExactly(new PromptTriggers.UnknownTrigger(
                        "[[fail: y]]", Optional.of("a prompt can have at most 100 triggers")));
    }

    @Test
    void reportsUnknownTriggers() {
        PromptTriggers triggers =
                PromptTriggers.read("[[fial: x]] [[reject]] [[reject: ]] [[nsfw: 1]] [[[nsfw]]] [[]] [[fial: x]]");

        assertThat(triggers.moderation()).contains(ModerationTrigger.NSFW);
        assertThat(triggers.unknown())
                .extracting(UnknownTrigger::text)
                .containsExactly("[[fial: x]]", "[[reject]]", "[[reject: ]]", "[[nsfw: 1]]", "[[]]");
        assertThat(triggers.unknown())
                .allSatisfy(trigger -> assertThat(trigger.error()).isEmpty());
        assertThat(PromptTriggers.SYNTAX).contains("[[stall]]", "drop, ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[[latency]]; It needs a delay, such as 500ms.",
                "[[drip: soon]]; must be a duration",
                "[[slow: fast]]; must be a number from 0.01 to 10000",
                "[[stall: 5s]]; can only be true",
                "[[stall: after 5s]]; can only be true",
                "[[gateway: 504 after soon]]; must be a duration from 1ms",
                "[[gateway: 404 after 60s]]; must be a whole number from 500 to 599",
                "[[gateway: 504 later]]; must be a whole number from 500 to 599",
                "[[empty: 1s after 5s]]; must be a duration",
                "[[callback: duplicate 1]]; must be a whole number from 2 to 10"
            })
    void reportsInvalidValue(String prompt, String error) {
        assertThat(PromptTriggers.read(prompt).unknown())
                .singleElement()
                .satisfies(trigger -> assertThat(trigger.error().orElseThrow()).contains(error));
    }

    private static boolean isProcessed(String prompt) {
        return PromptTriggers.read(prompt).requestFault().orElseThrow().fault().isProcessed();
    }

    private static String trigger(FaultType type) {
        return switch (type.target()) {
            case CALLBACK -> "[[callback: " + type.name() + "]]";
            case FILE -> "[[file: " + type.name() + "]]";
            default -> "[[" + type.name() + "]]";
        };
    }

    private static List<Fault> faults(PromptTriggers triggers) {
        return triggers.faults().stream().map(InjectedFault::fault).toList();
    }
}
