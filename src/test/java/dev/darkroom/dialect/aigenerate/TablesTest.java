package dev.darkroom.dialect.aigenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.api.image.Resolution;
import dev.darkroom.journal.report.FindingType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the dialect's error codes, models and prices with the vendor's pages. */
class TablesTest {

    private static final BigDecimal DOLLARS_PER_CREDIT = new BigDecimal("0.007");

    @Test
    void eachFindingHasAPage() {
        assertThat(GuidelinePages.BY_FINDING).containsOnlyKeys(FindingType.values());
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid request",
        "401, You do not have access permissions",
        "402, insufficient credits",
        "404, task not found",
        "422, validation error",
        "429, rate limit exceeded",
        "455, service in maintenance",
        "500, server error",
        "501, generation failed",
        "505, feature disabled"
    })
    void errorCodesMatchTable(String code, String text) {
        ErrorCode error = ErrorCode.of(code).orElseThrow();
        assertThat(error.number()).isEqualTo(Integer.parseInt(code));
        assertThat(error.text()).isEqualTo(text);
        assertThat(ErrorCode.values()).hasSize(10);
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "GPT Image 1.5 has four variants",
            value = "seeds/003: All 4 GPT Image (OpenAI) variants & pricing",
            of = "RequestFields.model",
            negativeTest = "CreateIT.rejectsUnknownModel")
    void gptImage15VariantsMatchPage() {
        assertThat(Model.documented())
                .extracting(model ->
                        model.slug() + " " + model.quality().orElseThrow().price())
                .containsExactlyInAnyOrder(
                        "openai-gpt-image-1-5-image-to-image-medium 4",
                        "openai-gpt-image-1-5-text-to-image-medium 4",
                        "openai-gpt-image-1-5-text-to-image-high 22",
                        "openai-gpt-image-1-5-image-to-image-high 22");
    }

    @ParameterizedTest
    @CsvSource({"MEDIUM, 0.0280", "HIGH, 0.1540"})
    void creditHasSameValueInBothRows(Quality quality, BigDecimal dollars) {
        assertThat(quality.price().toBigDecimal().multiply(DOLLARS_PER_CREDIT)).isEqualByComparingTo(dollars);
    }

    @ParameterizedTest
    @CsvSource({"ONE_K, 0.03", "TWO_K, 0.05", "FOUR_K, 0.08"})
    @Documented(
            dialect = "aigenerate",
            rule = "GPT Image 2 costs kie.ai's $0.03 at 1K, $0.05 at 2K and $0.08 at 4K",
            value = "providers/aigenerate.md §2: kie.ai's prices",
            certainty = Certainty.INFERRED,
            of = "TwoInput.resolution",
            negativeTest = "CreateIT.acceptsGptImage2AliasesWithWarning")
    void gptImage2PricesMatchKieAi(Resolution resolution, BigDecimal dollars) {
        assertThat(Price.gptImage2(resolution).toBigDecimal())
                .isEqualByComparingTo(dollars.divide(DOLLARS_PER_CREDIT, 2, RoundingMode.HALF_UP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-image-2-text-to-image", "openai/gpt_image.3-image-to-image"})
    void aliasSuffixDecidesWhetherModelEdits(String slug) {
        assertThat(Model.isAlias(slug)).isTrue();
        assertThat(Model.alias(slug).isEdit()).isEqualTo(slug.endsWith("image-to-image"));
        assertThat(Model.alias(slug).isGptImage2()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gpt-image-2", "text-to-image", "-text-to-image", "a b-text-to-image"})
    void rejectsInvalidAlias(String slug) {
        assertThat(Model.isAlias(slug)).isFalse();
    }
}
