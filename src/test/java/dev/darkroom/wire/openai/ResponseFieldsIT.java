package dev.darkroom.wire.openai;

import static dev.darkroom.wire.openai.ErrorAssertions.INVALID_REQUEST;
import static dev.darkroom.wire.openai.ErrorAssertions.assertRefused;
import static dev.darkroom.wire.openai.OpenAiClient.responseBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parameters of requests for responses, and the fields of responses. */
@WireTest
class ResponseFieldsIT {

    private final OpenAiClient client = new OpenAiClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.instant();
    }

    @Test
    @Documented(
            value = "providers/openai.md §11.2: the answer",
            rule =
                    "a response has the fields of the vendor in its order, and null or a default for those that the request lacks",
            negativeTest = "repeatsRequest",
            dialect = "openai",
            of = {
                "Response.id",
                "Response.object",
                "Response.created_at",
                "Response.completed_at",
                "Response.incomplete_details",
                "Response.model",
                "Response.output",
                "Response.usage.*"
            })
    @Documented(
            value = "providers/openai.md §11.2: how the tokens show is unknown",
            rule = "the usage of a response has the tokens of the image",
            negativeTest = "StoredResponsesIT.backgroundResponseIsPolled",
            dialect = "openai",
            certainty = Certainty.INFERRED)
    void fieldsHaveVendorsOrder() {
        String json = client.respondTo("p").asString();

        assertThat(json.replaceAll("\"result\":\"[^\"]+\"", "\"result\":\"\""))
                .matches("\\{\"id\":\"resp_[0-9a-f]{32}\",\"object\":\"response\",\"created_at\":\\d{10},"
                        + "\"status\":\"completed\",\"background\":false,\"completed_at\":\\d{10},\"error\":null,"
                        + "\"incomplete_details\":null,\"instructions\":null,\"max_output_tokens\":null,"
                        + "\"model\":\"gpt-5\",\"output\":\\[\\{\"id\":\"ig_[0-9a-f]{32}\","
                        + "\"type\":\"image_generation_call\",\"status\":\"completed\",\"result\":\"\","
                        + "\"action\":\"generate\",\"background\":\"opaque\",\"output_format\":\"png\","
                        + "\"quality\":\"low\",\"size\":\"1024x1024\",\"revised_prompt\":\"p\"}],"
                        + "\"parallel_tool_calls\":true,\"previous_response_id\":null,"
                        + "\"reasoning\":\\{\"effort\":null,\"summary\":null},\"store\":true,\"temperature\":1,"
                        + "\"text\":\\{\"format\":\\{\"type\":\"text\"}},\"tool_choice\":\"auto\","
                        + "\"tools\":\\[\\{\"type\":\"image_generation\"}],\"top_p\":1,\"truncation\":\"disabled\","
                        + "\"usage\":\\{\"input_tokens\":7,\"input_tokens_details\":\\{\"cached_tokens\":0,"
                        + "\"cache_write_tokens\":0},\"output_tokens\":196,\"output_tokens_details\":"
                        + "\\{\"reasoning_tokens\":0},\"total_tokens\":203},\"user\":null,\"metadata\":\\{}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "instructions | \"i\"",
                "max_output_tokens | 100",
                "parallel_tool_calls | false",
                "reasoning | {\"effort\":\"low\"}",
                "store | false",
                "temperature | 0.5",
                "text | {\"format\":{\"type\":\"text\"},\"verbosity\":\"low\"}",
                "tool_choice | \"required\"",
                "tool_choice | {\"type\":\"image_generation\"}",
                "top_p | 0.5",
                "truncation | \"auto\"",
                "user | \"u\"",
                "metadata | {\"a\":\"b\"}"
            })
    @Documented(
            value = "SDK openai 7.59.0: the fields of a response",
            rule = "a response repeats the parameters of its request",
            negativeTest = "fieldsHaveVendorsOrder",
            dialect = "openai",
            of = {
                "ResponseRequest.instructions",
                "Response.instructions",
                "ResponseRequest.max_output_tokens",
                "Response.max_output_tokens",
                "ResponseRequest.parallel_tool_calls",
                "Response.parallel_tool_calls",
                "ResponseRequest.reasoning",
                "Response.reasoning",
                "ResponseRequest.store",
                "Response.store",
                "ResponseRequest.temperature",
                "Response.temperature",
                "ResponseRequest.text",
                "Response.text",
                "ResponseRequest.tool_choice",
                "Response.tool_choice",
                "ResponseRequest.top_p",
                "Response.top_p",
                "ResponseRequest.truncation",
                "Response.truncation",
                "ResponseRequest.user",
                "Response.user",
                "ResponseRequest.metadata",
                "Response.metadata",
                "Response.tools"
            })
    void repeatsRequest(String param, String value) {
        assertThat(client.respondWith("\"" + param + "\":" + value).asString()).contains("\"" + param + "\":" + value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "include | []",
                "max_tool_calls | 1",
                "top_logprobs | 0",
                "stream_options | {\"include_obfuscation\":false}",
                "service_tier | \"auto\"",
                "prompt_cache_key | \"k\"",
                "prompt_cache_retention | \"24h\"",
                "safety_identifier | \"s\""
            })
    @Documented(
            value = "Darkroom fakes no text models",
            rule = "parameters of the text model have no effect",
            negativeTest = "rejectsUnknownParameter",
            dialect = "openai",
            certainty = Certainty.SCOPE,
            of = {
                "ResponseRequest.include",
                "ResponseRequest.max_tool_calls",
                "ResponseRequest.top_logprobs",
                "ResponseRequest.stream_options",
                "ResponseRequest.service_tier",
                "ResponseRequest.prompt_cache_key",
                "ResponseRequest.prompt_cache_retention",
                "ResponseRequest.safety_identifier"
            })
    void acceptsParametersWithoutEffect(String param, String value) {
        assertThat(client.respondWith("\"" + param + "\":" + value).<String>path("status"))
                .isEqualTo("completed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metadata | []",
                "text | \"t\"",
                "reasoning | 1",
                "temperature | \"hot\"",
                "top_p | true",
                "max_output_tokens | 1.5",
                "parallel_tool_calls | 1",
                "include | {}",
                "user | 1",
                "truncation | {}"
            })
    @Documented(
            value = "providers/openai.md §11.1: the types; the texts are those of the Images API",
            rule = "a parameter of the text model must have its type",
            negativeTest = "acceptsParametersWithoutEffect",
            dialect = "openai",
            certainty = Certainty.INFERRED)
    void rejectsWrongType(String param, String value) {
        Response refused = client.respondWith("\"" + param + "\":" + value);

        assertRefused(refused, 400, "invalid_type");
        assertThat(refused.<String>path("error.param")).isEqualTo(param);
        assertThat(client.respondWith("\"" + param + "\":null").statusCode()).isEqualTo(200);
    }

    @Test
    void rejectsLongInput() {
        assertRefused(client.respondTo("x".repeat(300_000)), 400, "string_above_max_length");
        assertThat(client.respondTo("x".repeat(200_000)).statusCode()).isEqualTo(200);
    }

    @Test
    void rejectsUnknownParameter() {
        assertRefused(
                client.respondWith("\"foo\":1"),
                400,
                INVALID_REQUEST,
                "foo",
                "unknown_parameter",
                "Unknown parameter: 'foo'.");
    }

    @Test
    @Documented(
            value = "providers/openai.md §11.1: the parameters of the tool",
            rule = "the tool has the parameters of the Images API, and its call says which the image has",
            negativeTest = "rejectsWrongToolParameter",
            dialect = "openai",
            of = {
                "ImageTool.type",
                "ImageTool.action",
                "ImageTool.model",
                "ImageTool.size",
                "ImageTool.quality",
                "ImageTool.background",
                "ImageTool.moderation",
                "ImageTool.output_format",
                "ImageTool.output_compression",
                "ImageTool.input_fidelity",
                "ImageTool.input_image_mask.*",
                "ImageCall.*"
            })
    void callHasParametersOfTool() {
        Response response = client.post(
                OpenAiClient.RESPONSES,
                responseBody(
                        "p",
                        "\"action\":\"edit\",\"model\":\"gpt-image-1.5\",\"size\":\"1536x1024\",\"quality\":\"high\","
                                + "\"background\":\"transparent\",\"moderation\":\"low\",\"output_format\":\"webp\","
                                + "\"output_compression\":50,\"input_fidelity\":\"high\","
                                + "\"input_image_mask\":{\"image_url\":\"" + Parts.dataUrl(Parts.png(8, 8)) + "\"}",
                        ""));
        JsonPath call = response.jsonPath().setRootPath("output[0]");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(call.getString("action")).isEqualTo("edit");
        assertThat(call.getString("size")).isEqualTo("1536x1024");
        assertThat(call.getString("quality")).isEqualTo("high");
        assertThat(call.getString("background")).isEqualTo("transparent");
        assertThat(call.getString("output_format")).isEqualTo("webp");
        assertThat(call.getString("revised_prompt")).isEqualTo("p");
        assertThat(response.<Integer>path("usage.output_tokens")).isEqualTo(6208);
        assertThat(client.control("GET", "/tasks", "").getString("tasks[0].model"))
                .isEqualTo("gpt-image-1.5");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "\"quality\":\"bad\", tools[0].quality, invalid_value",
                "\"action\":\"draw\", tools[0].action, invalid_value",
                "\"partial_images\":4, tools[0].partial_images, integer_above_max_value",
                "\"input_image_mask\":{}, tools[0].input_image_mask.image_url, missing_required_parameter",
                "`\"model\":\"gpt-image-2\",\"input_fidelity\":\"high\"`, tools[0].input_fidelity, invalid_input_fidelity_model"
            })
    void rejectsWrongToolParameter(String tool, String param, String code) {
        Response refused = client.post(OpenAiClient.RESPONSES, responseBody("p", tool, ""));

        assertRefused(refused, 400, code);
        assertThat(refused.<String>path("error.param")).isEqualTo(param);
    }

    @Test
    @Documented(
            value = "Darkroom generates images only",
            rule = "other tools are ignored",
            negativeTest = "ResponsesIT.rejectsResponseWithoutImageTool",
            dialect = "openai",
            certainty = Certainty.SCOPE,
            of = "OtherTool.type")
    void ignoresOtherTool() {
        String body = responseBody("p", "", "").replace("[{", "[{\"type\":\"web_search\"},{");

        assertThat(client.post(OpenAiClient.RESPONSES, body).jsonPath().getList("output.type"))
                .containsExactly("image_generation_call");
    }
}
