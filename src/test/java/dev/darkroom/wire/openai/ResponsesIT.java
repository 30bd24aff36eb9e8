package dev.darkroom.wire.openai;

import static dev.darkroom.wire.openai.ErrorAssertions.INVALID_REQUEST;
import static dev.darkroom.wire.openai.ErrorAssertions.assertRefused;
import static dev.darkroom.wire.openai.OpenAiClient.responseBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.openai.EventStream.Event;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Responses API with the tool {@code image_generation}. */
@WireTest
class ResponsesIT {

    private static final String CALL = "response.image_generation_call.";

    private static final String IMAGE_TOOL = "{\"type\":\"image_generation\"}";

    private final OpenAiClient client = new OpenAiClient();

    @BeforeEach
    void freeze() {
        client.frozen();
    }

    @Test
    @Documented(
            value = "providers/openai.md §11.2: the answer",
            rule = "a response has one item of type image_generation_call with the image in base64",
            negativeTest = "failedResponseHasFailedItem",
            dialect = "openai",
            of = {"ResponseRequest.model", "ResponseRequest.input"})
    void respondsWithImage() {
        client.instant();
        Response response = client.post(
                OpenAiClient.RESPONSES, responseBody("p", "\"model\":\"gpt-image-2\",\"quality\":\"medium\"", ""));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.<String>path("id")).matches("resp_[0-9a-f]{32}");
        assertThat(response.<String>path("object")).isEqualTo("response");
        assertThat(response.<String>path("status")).isEqualTo("completed");
        assertThat(response.<String>path("model")).isEqualTo("gpt-5");
        assertThat(response.jsonPath().getList("output")).hasSize(1);
        assertThat(response.<String>path("output[0].id")).matches("ig_[0-9a-f]{32}");
        assertThat(response.<String>path("output[0].type")).isEqualTo("image_generation_call");
        assertThat(response.<String>path("output[0].status")).isEqualTo("completed");
        assertThat(response.<String>path("output[0].result")).startsWith("iVBORw0KGgo");
        assertThat(response.<String>path("output[0].action")).isEqualTo("generate");
        assertThat(response.<String>path("output[0].quality")).isEqualTo("medium");
        assertThat(response.<Integer>path("usage.output_tokens")).isEqualTo(1756);
        assertThat(client.response(response.path("id")).asString()).isEqualTo(response.asString());
    }

    @Test
    @Documented(
            value = "providers/openai.md §11.3: the events of the tool",
            rule = "a stream has in_progress, generating, partial images and completed of the tool in this order, with"
                    + " rising sequence numbers",
            negativeTest = "StoredResponsesIT.continuesStreamAfterEvent",
            dialect = "openai",
            of = {"ResponseRequest.stream", "ImageTool.partial_images"})
    @Documented(
            value = "providers/openai.md §11.3: the order of the others",
            rule = "a stream begins with created, in_progress and output_item.added, and ends with output_item.done and"
                    + " completed",
            negativeTest = Documented.SAME,
            dialect = "openai",
            certainty = Certainty.INFERRED)
    void streamsEventsInOrder() throws IOException {
        String body = responseBody("p", "\"partial_images\":1", "\"stream\":true");
        try (EventStream stream = client.stream(OpenAiClient.RESPONSES, body)) {
            assertThat(List.of(stream.next(), stream.next(), stream.next(), stream.next(), stream.next()))
                    .extracting(Event::type)
                    .containsExactly(
                            "response.created",
                            "response.in_progress",
                            "response.output_item.added",
                            CALL + "in_progress",
                            CALL + "generating");
            client.advance("1250ms");
            Event partial = stream.next();
            assertThat(partial.type()).isEqualTo(CALL + "partial_image");
            assertThat(partial.number("partial_image_index")).isZero();
            assertThat(partial.number("sequence_number")).isEqualTo(5);
            assertThat(partial.text("partial_image_b64")).startsWith("iVBORw0KGgo");
            client.advance("750ms");
            List<Event> rest = stream.rest();

            assertThat(rest)
                    .extracting(Event::type)
                    .containsExactly(CALL + "completed", "response.output_item.done", "response.completed");
            assertThat(rest)
                    .extracting(event -> event.number("sequence_number"))
                    .containsExactly(6, 7, 8);
            assertThat(rest.get(2).text("response.output[0].result"))
                    .isEqualTo(rest.get(1).text("item.result"));
        }
    }

    @Test
    @Documented(
            value = "providers/openai.md §11.2: whether the response around it is failed",
            rule = "a response whose image fails is failed, with the error of the item",
            negativeTest = "respondsWithImage",
            dialect = "openai",
            certainty = Certainty.INFERRED,
            of = "Response.error.*")
    @Documented(
            value = "providers/openai.md §11.2: a refusal by moderation",
            rule = "an item that moderation refuses is failed, without a result, with the error and its"
                    + " moderation_details",
            negativeTest = "respondsWithImage",
            dialect = "openai",
            of = "ImageCall.error")
    void failedResponseHasFailedItem() {
        client.instant();
        Response failed = client.respondTo("[[moderation: output violence]]");

        assertThat(failed.statusCode()).isEqualTo(200);
        assertThat(failed.<String>path("status")).isEqualTo("failed");
        assertThat(failed.<String>path("error.code")).isEqualTo("image_content_policy_violation");
        assertThat(failed.<String>path("output[0].status")).isEqualTo("failed");
        assertThat(failed.<String>path("output[0].result")).isNull();
        assertThat(failed.<String>path("output[0].error.code")).isEqualTo("moderation_blocked");
        assertThat(failed.<String>path("output[0].error.moderation_details.moderation_stage"))
                .isEqualTo("output");
        assertThat(failed.<List<String>>path("output[0].error.moderation_details.categories"))
                .containsExactly("violence");
        assertThat(client.respondTo("[[fail]]").<String>path("error.code")).isEqualTo("server_error");
        assertThat(client.balance()).isEqualByComparingTo("100");
    }

    @Test
    @Documented(
            value = "providers/openai.md §11.1: images to edit",
            rule = "the image of the previous response is edited",
            negativeTest = "respondsWithImage",
            dialect = "openai",
            certainty = Certainty.INFERRED,
            of = {"ResponseRequest.previous_response_id", "Response.previous_response_id"})
    @Documented(
            value = "providers/openai.md §8 has no row for it",
            rule = "an unknown previous response is a previous_response_not_found error",
            negativeTest = Documented.SAME,
            dialect = "openai",
            certainty = Certainty.INFERRED,
            of = "previous_response_not_found")
    void previousResponseIsEdited() {
        client.instant();
        Response first = client.respondTo("p");
        Response next = client.respondWith("\"previous_response_id\":\"" + first.path("id") + "\"");

        assertThat(next.<String>path("output[0].action")).isEqualTo("edit");
        assertThat(next.<String>path("previous_response_id")).isEqualTo(first.path("id"));
        assertThat(next.<Integer>path("usage.input_tokens")).isEqualTo(519);
        assertRefused(
                client.respondWith("\"previous_response_id\":\"resp_x\""),
                400,
                INVALID_REQUEST,
                "previous_response_id",
                "previous_response_not_found",
                "Previous response with id 'resp_x' not found.");
        assertRefused(
                new OpenAiClient().respondWith("\"previous_response_id\":\"" + first.path("id") + "\""),
                400,
                "previous_response_not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"tools\":[]", ",\"tools\":[{\"type\":\"web_search\"}]", ",\"tools\":null"})
    @Documented(
            value = "Darkroom generates images only",
            rule = "a response without the tool image_generation is refused, with a text that says so",
            negativeTest = "respondsWithImage",
            dialect = "openai",
            certainty = Certainty.SCOPE,
            of = "ResponseRequest.tools")
    void rejectsResponseWithoutImageTool(String tools) {
        Response refused = client.post(OpenAiClient.RESPONSES, "{\"model\":\"gpt-5\",\"input\":\"p\"" + tools + "}");

        assertRefused(refused, 400, "invalid_value");
        assertThat(refused.<String>path("error.param")).isEqualTo("tools");
        assertThat(refused.<String>path("error.message")).contains("image_generation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "1", "null", "[]"})
    void rejectsToolThatIsNotAnObject(String other) {
        for (String tools : new String[] {IMAGE_TOOL + "," + other, other + "," + IMAGE_TOOL}) {
            Response refused = client.post(
                    OpenAiClient.RESPONSES, "{\"model\":\"gpt-5\",\"input\":\"p\",\"tools\":[" + tools + "]}");

            assertRefused(refused, 400, "invalid_type");
            assertThat(refused.<String>path("error.param")).matches("tools\\[[01]]");
        }
    }

    @Test
    @Documented(
            value = "providers/openai.md §2 and §11: an image model is the tool's model",
            rule = "an image model cannot be the model of a response",
            negativeTest = "respondsWithImage",
            dialect = "openai",
            of = "ImageTool.model")
    @Documented(
            value = "providers/openai.md §11.1: no n",
            rule = "the tool has no n",
            negativeTest = "respondsWithImage",
            dialect = "openai")
    void rejectsWrongModelAndTool() {
        assertRefused(
                client.post(OpenAiClient.RESPONSES, responseBody("p", "", "").replace("gpt-5", "gpt-image-2")),
                400,
                "invalid_value");
        assertRefused(
                client.post(OpenAiClient.RESPONSES, responseBody("p", "\"n\":2", "")),
                400,
                INVALID_REQUEST,
                "tools[0].n",
                "unknown_parameter",
                "Unknown parameter: 'tools[0].n'.");
    }
}
