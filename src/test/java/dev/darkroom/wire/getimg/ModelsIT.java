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
    @Documented(
            value = "SDK getimg-python: ModelListResponse",
            rule = "a listed model has exactly an id, a name, a type and a creation time",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            of = "ListedModel.*",
            witness = "getimg-python 0.4.0, Prism 5.16.0")
    @Documented(
            value = "SDK getimg-python: type is an optional filter",
            rule = "the type filter is optional, and image selects image models",
            negativeTest = "listsNoVideoModels",
            dialect = "getimg",
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "providers/getimg.md §7: the values",
            rule = "a listed model has the name GPT Image 2, and a created_at in ISO 8601",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = {"ListedModel.name", "ListedModel.created_at"},
            witness = "Prism 5.16.0")
    @Documented(
            value = "other models are left out",
            rule = "lists only GPT Image 2",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.SCOPE)
    void listsOneModel(String path) {
        assertThat(client.api().get(path).asString()).isEqualTo("[{" + LISTED + "}]");
    }

    @Test
    @Documented(
            value = "SDK getimg-python: type is an optional filter",
            rule = "the type video selects no image model",
            negativeTest = "listsOneModel",
            dialect = "getimg",
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "video models are left out",
            rule = "lists no video models",
            negativeTest = "listsOneModel",
            dialect = "getimg",
            certainty = Certainty.SCOPE)
    void listsNoVideoModels() {
        assertThat(client.api().get("/v2/models?type=video").asString()).isEqualTo("[]");
    }

    @Test
    @Documented(
            value = "SDK getimg-python: type is image or video; the error is not shown",
            rule = "rejects a type other than image and video",
            negativeTest = "listsNoVideoModels",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "invalid_parameter",
            witness = "getimg-python 0.4.0")
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
            value = "SDK getimg-python: ModelRetrieveResponse, DeveloperModelRate",
            rule = "a model has exactly the fields of the SDK",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            of = {"Model.*", "Rate.*"},
            witness = "getimg-python 0.4.0, Prism 5.16.0")
    @Documented(
            value = "seeds/004: pricing, FAQ",
            rule = "the prices, ratios, resolutions and number of references are those of the page",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            of = {
                "Rate.resolution",
                "Rate.unit_price",
                "Model.supported_aspect_ratios",
                "Model.supported_resolutions",
                "Model.supported_references.reference_image"
            })
    @Documented(
            value = "SDK getimg-python: a decimal string in USD, ordered by unit price",
            rule = "the unit price is a text, and the lowest is first",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            of = {"Rate.unit_price", "Model.pricing.rates"})
    @Documented(
            value = "SDK getimg-python: empty for image models",
            rule = "the durations are empty",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            of = "Model.supported_durations",
            witness = "Prism 5.16.0")
    @Documented(
            value = "providers/getimg.md §7: the values missing from the page",
            rule = "the name is GPT Image 2, created_at is 2026-04-21, and there is no sound",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = {"Model.created_at", "Model.name", "Model.supports_sound", "Rate.sound"})
    void describesFeaturesAndPrices() {
        assertThat(client.api().get("/v2/models/gpt-image-2").asString()).isEqualTo(DETAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dall-e-3", "GPT-IMAGE-2", "a%2Fb"})
    @Documented(
            value = "providers/getimg.md §5: not_found is a proposal",
            negativeTest = "describesFeaturesAndPrices",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "not_found",
            witness = "getimg-python 0.4.0, Prism 5.16.0")
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
