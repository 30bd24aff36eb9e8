package dev.darkroom.wire.openai;

import static dev.darkroom.wire.openai.ErrorAssertions.INVALID_REQUEST;
import static dev.darkroom.wire.openai.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of the image models. */
@WireTest
class ModelsIT {

    private static final String MODELS = "/openai/v1/models";

    private final OpenAiClient client = new OpenAiClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.instant();
    }

    @Test
    @Documented(
            value = "providers/openai.md §1: the list of models",
            rule = "the list has the image models with id, object, created and owned_by",
            negativeTest = "GenerationIT.generatesWithEveryModel",
            dialect = "openai",
            of = {"Models.*", "Model.*"})
    void listsModels() {
        Response list = client.request().get(MODELS);

        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.asString())
                .startsWith("{\"object\":\"list\",\"data\":[{\"id\":\"gpt-image-2\",\"object\":\"model\",\"created\":")
                .contains("\"owned_by\":\"system\"}");
        assertThat(list.<List<String>>path("data.id"))
                .contains("gpt-image-2", "gpt-image-2-2026-04-21", "gpt-image-1.5", "gpt-image-2.6-flare")
                .doesNotContain("gpt-image-1", "dall-e-3")
                .doesNotHaveDuplicates();
    }

    @Test
    void readsEveryModel() {
        for (String id : client.request().get(MODELS).<List<String>>path("data.id")) {
            Response model = client.request().get(MODELS + "/" + id);

            assertThat(model.<String>path("id")).isEqualTo(id);
            assertThat(model.<String>path("object")).isEqualTo("model");
            assertThat(model.<String>path("owned_by")).isEqualTo("system");
            assertThat(model.<Integer>path("created")).isGreaterThan(1_700_000_000);
        }
    }

    @Test
    @Documented(
            value = "providers/openai.md §8 has no row for it",
            rule = "an unknown model in the path is a not_found error",
            negativeTest = "readsEveryModel",
            dialect = "openai",
            certainty = Certainty.INFERRED,
            of = "not_found")
    void rejectsUnknownModel() {
        assertRefused(
                client.request().get(MODELS + "/dall-e-3"),
                404,
                INVALID_REQUEST,
                "model",
                "not_found",
                "The model 'dall-e-3' does not exist");
    }
}
