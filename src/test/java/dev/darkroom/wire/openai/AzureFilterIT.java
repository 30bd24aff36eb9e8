package dev.darkroom.wire.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Azure's content filter, and the block of a whole resource. */
@WireTest
class AzureFilterIT {

    private static final String BLOCKED = "{\"error\":{\"code\":\"Forbidden\",\"message\":\"Your resource has been"
            + " temporarily blocked because we detected behavior that may violate our content policy. For more details"
            + " on Azure OpenAI service content policy, please visit https://aka.ms/aoaicodeofconduct\"}}";

    private final AzureClient client = new AzureClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.instant();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[moderation: violence]]", "[[reject: contentFilter]]", "[[fail: contentFilter]]"})
    @Documented(
            value = "providers/azure.md §5: prompt filtered",
            rule = "a filtered prompt is contentFilter, with created beside error",
            negativeTest = "AzureErrorsIT.errorHasOnlyCodeAndMessage",
            dialect = "azure",
            of = {"contentFilter", "Error.created"})
    void filteredPromptHasTimeBesideError(String prompt) {
        assertFiltered(client.generateFrom(prompt), "Your task failed as a result of our safety system.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[moderation: output violence]]", "[[nsfw]]"})
    @Documented(
            value = "providers/azure.md §5: picture filtered",
            rule = "a filtered image has the code of a filtered prompt and another text",
            negativeTest = "filteredPromptHasTimeBesideError",
            dialect = "azure",
            of = "contentFilter")
    void filteredImageHasOtherText(String prompt) {
        assertFiltered(client.generateFrom(prompt), "Generated image was filtered as a result of our safety system.");
    }

    @Test
    @Documented(
            value = "providers/azure.md §5 and providers/openai.md §6: errors before the first byte",
            rule = "a stream whose prompt is filtered is a plain error",
            negativeTest = "AzureIT.streams",
            dialect = "azure",
            certainty = Certainty.INFERRED)
    void filteredStreamIsPlainError() {
        assertFiltered(
                client.post(
                        AzureClient.GENERATIONS_OF_DEPLOYMENT, "{\"prompt\":\"[[moderation: hate]]\",\"stream\":true}"),
                "Your task failed as a result of our safety system.");
    }

    @Test
    @Documented(
            value = "providers/azure.md §5: schema form",
            rule = "content_policy_violation has an inner_error with the results of the filter",
            negativeTest = "filteredPromptHasTimeBesideError",
            dialect = "azure",
            of = {"content_policy_violation", "Error.error.inner_error.*"})
    void schemaFormHasResultsOfFilter() {
        Response refused = client.generateFrom("[[reject: content_policy_violation]]");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString())
                .startsWith("{\"error\":{\"code\":\"content_policy_violation\",\"message\":\"")
                .contains("\"inner_error\":{\"code\":\"ResponsibleAIPolicyViolation\",\"content_filter_results\":{"
                        + "\"hate\":{\"filtered\":false,\"severity\":\"safe\"},")
                .contains("\"sexual\":{\"filtered\":true,\"severity\":\"medium\"}");
    }

    @Test
    @Documented(
            value = "providers/azure.md §5: new models",
            rule = "OpenAI's own moderation_blocked is passed on",
            negativeTest = "filteredPromptHasTimeBesideError",
            dialect = "azure",
            certainty = Certainty.INFERRED,
            of = {"moderation_blocked", "Error.error.moderation_details.*"})
    void passesModerationOfNewModelsOn() {
        Response refused = client.generateFrom("[[fail: moderation_blocked]]");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("error.code")).isEqualTo("moderation_blocked");
        assertThat(refused.<String>path("error.type")).isEqualTo("image_generation_user_error");
        assertThat(refused.<String>path("error.moderation_details.moderation_stage"))
                .isEqualTo("output");
        assertThat(refused.jsonPath().getList("error.moderation_details.categories"))
                .containsExactly("sexual");
    }

    @Test
    @Documented(
            value = "providers/azure.md §5: account block",
            rule = "a blocked resource is Forbidden for every prompt",
            negativeTest = "AzureIT.respondsInVendorsOrder",
            dialect = "azure",
            certainty = Certainty.MEASURED,
            of = "Forbidden")
    void blockedResourceIsForbiddenForEveryPrompt() {
        AzureClient blocked = new AzureClient("darkroom-blocked-" + AzureClient.randomKey());
        String image = "\"images\":[{\"image_url\":\"" + Parts.dataUrl(Parts.png(64, 64)) + "\"}]";

        for (Response refused : new Response[] {
            blocked.generateFrom("a lighthouse"),
            blocked.generateFrom("a harbour"),
            blocked.editWith(image),
            client.generateFrom("[[reject: Forbidden]]")
        }) {
            assertThat(refused.asString()).isEqualTo(BLOCKED);
            assertThat(refused.statusCode()).isEqualTo(403);
        }
        client.generateFrom("a lighthouse").then().statusCode(200);
    }

    private static void assertFiltered(Response refused, String message) {
        assertThat(refused.asString())
                .matches("\\{\"created\":\\d{10},\"error\":\\{\"code\":\"contentFilter\",\"message\":\"\\Q" + message
                        + "\\E\"}}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.contentType()).isEqualTo("application/json");
    }
}
