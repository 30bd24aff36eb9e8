package dev.darkroom.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.chaos.ModerationTrigger.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModerationTriggerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "violence | INPUT | violence",
                "input violence | INPUT | violence",
                "output violence | OUTPUT | violence",
                "violence, output | OUTPUT | violence",
                "violence sexual | INPUT | violence sexual",
                "output, sexual, violence/graphic,self-harm | OUTPUT | sexual violence/graphic self-harm"
            })
    void readsStageAndCategoriesInAnyOrder(String text, Stage stage, String categories) {
        assertThat(ModerationTrigger.parse(text))
                .contains(new ModerationTrigger("moderation", stage, List.of(categories.split(" "))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "input", "output", "input output violence", "violence violence", "nudity", "sexual,,x"})
    void rejectsOtherTexts(String text) {
        assertThat(ModerationTrigger.parse(text)).isEmpty();
    }

    @Test
    void promptNamesFinding() {
        assertThat(PromptTriggers.read("a [[Moderation: Output Violence]] cat").moderation())
                .contains(new ModerationTrigger("moderation", Stage.OUTPUT, List.of("violence")));
        assertThat(PromptTriggers.read("[[nsfw]]").moderation())
                .contains(new ModerationTrigger("nsfw", Stage.OUTPUT, List.of("sexual")));
        assertThat(PromptTriggers.read("[[moderation: nudity]]").moderation()).isEmpty();
        assertThat(PromptTriggers.read("[[moderation: nudity]]").unknown()).hasSize(1);
    }

    @Test
    void everyCategoryIsValid() {
        assertThat(ModerationTrigger.CATEGORIES).allSatisfy(category -> assertThat(ModerationTrigger.parse(category))
                .isPresent());
    }
}
