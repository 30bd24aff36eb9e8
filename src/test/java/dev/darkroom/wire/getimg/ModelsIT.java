package dev.darkroom.wire.getimg;

import static dev.darkroom.wire.getimg.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list and the details of the models. */
@WireTest
class ModelsIT {

    private static final String LISTED = "\"id\":\"gpt-image-2\",\"name\":\"GPT Image 2\",\"type\":\"image\","
            + "\"created_at\":\"2026-04-21T00:00:00Z\"";

    private static final String DETAILED = "{" + LISTED + ",\"pricing\":{\"currency\":\"USD\",\"rates\":["
            + "{\"billable_unit\":\"image\",\"resolution\":\"1K\",\"sound\":\"not_applicable\",\"unit_price\":\"0.06\"},"
            + "{\"billable_unit\":\"image\",\"resolution\":\"2K\",\"sound\":\"not_applicable\",\"unit_price\":\"0.12\"}]},"
            + "\"supported_aspect_ratios\":[\"1:1\",\"2:3\",\"3:2\",\"4:3\",\"3:4\",\"4:5\",\"16:9\",\"9:16\",\"21:9\"],"
            + "\"supported_resolutions\":[\"1K\",\"2K\"],\"supported_durations\":[],"
            + "\"supported_references\":{\"reference_image\":10},\"supports_sound\":false}";

    private final GetImgClient client = new GetImgClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2/models", "/v2/models?type=image"})
    @Documented(value = "providers/getimg.md §1, §7", dialect = "getimg", of = "ListedModel.*")
    @Documented(
            value = "providers/getimg.md §7, the format of created_at",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "ListedModel.created_at")
    void listsOneModel(String path) {
        assertThat(client.api().get(path).asString()).isEqualTo("[{" + LISTED + "}]");
    }

    @Test
    @Documented(value = "providers/getimg.md §1", dialect = "getimg")
    void listsNoVideoModels() {
        assertThat(client.api().get("/v2/models?type=video").asString()).isEqualTo("[]");
    }

    @Test
    void rejectsUnknownType() {
        assertRefused(
                client.api().get("/v2/models?type=sound"),
                400,
                "invalid_parameter",
                "type",
                "Invalid value for 'type'. Use 'image' or 'video'.");
    }

    @Test
    @Documented(
            value = "providers/getimg.md §7, the structure",
            dialect = "getimg",
            of = {"Model.*", "Rate.*"})
    @Documented(value = "seeds/004: pricing, ratios, resolutions and references", dialect = "getimg", of = "Model.*")
    @Documented(
            value = "providers/getimg.md §7, the values missing from the page",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "Model.created_at")
    void describesFeaturesAndPrices() {
        assertThat(client.api().get("/v2/models/gpt-image-2").asString()).isEqualTo(DETAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dall-e-3", "GPT-IMAGE-2", "a%2Fb"})
    @Documented(value = "providers/getimg.md §5", dialect = "getimg", certainty = Certainty.INFERRED, of = "not_found")
    void reportsUnknownModelAsNotFound(String model) {
        Response refused = client.api().urlEncodingEnabled(false).get("/v2/models/" + model);

        assertRefused(refused, 404, "not_found", null, "There is no such model.");
    }

    @Test
    void hidesInactiveModel() {
        client.changeSandbox("{\"inactive_models\":[\"gpt-image-2\"]}");

        assertThat(client.api().get("/v2/models").asString()).isEqualTo("[]");
        assertRefused(client.api().get("/v2/models/gpt-image-2"), 404, "not_found");
    }

    @ParameterizedTest
    @CsvSource({"/v2/models", "/v2/models/gpt-image-2", "/v2/billing/balance"})
    void faultRulesMatchCreditsOperation(String path) {
        client.setFaultRule("\"operation\":\"credits\"", "\"error\":\"upstream_error\"");

        assertRefused(client.api().get(path), 503, "service_unavailable");
    }
}
