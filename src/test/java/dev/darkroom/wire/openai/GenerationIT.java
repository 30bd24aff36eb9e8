package dev.darkroom.wire.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.image.Decoders;
import dev.darkroom.image.ImageFormat;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generated images, and the response around them. */
@WireTest
class GenerationIT {

    private final OpenAiClient client = new OpenAiClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.instant();
    }

    @Test
    @Documented(
            value = "providers/openai.md §5: shape and key order",
            rule = "a response has created, background, data, output_format, quality, size and usage in this order",
            negativeTest = Documented.SAME,
            dialect = "openai",
            certainty = Certainty.MEASURED,
            of = {"Images.*", "Usage.*", "Image.b64_json"})
    @Documented(
            value = "providers/openai.md §3: quality, resolved in the response",
            rule = "a request without a quality, or with auto, gets low, and the response says so",
            negativeTest = "resolvesParameters",
            dialect = "openai",
            certainty = Certainty.MEASURED)
    @Documented(
            value = "providers/openai.md §3: the size that the vendor chooses can be any",
            rule = "a request without a size gets 1024x1024",
            negativeTest = "resolvesParameters",
            dialect = "openai",
            certainty = Certainty.INFERRED)
    void respondsInVendorsOrder() {
        Response response = client.generateFrom("p");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).isEqualTo("application/json");
        assertThat(response.asString().replaceAll("\"b64_json\":\"[^\"]+\"", "\"b64_json\":\"\""))
                .matches("\\{\"created\":\\d{10},\"background\":\"opaque\",\"data\":\\[\\{\"b64_json\":\"\"}],"
                        + "\"output_format\":\"png\",\"quality\":\"low\",\"size\":\"1024x1024\",\"usage\":\\{"
                        + "\"input_tokens\":7,\"input_tokens_details\":\\{\"image_tokens\":0,\"text_tokens\":7},"
                        + "\"output_tokens\":196,\"output_tokens_details\":\\{\"image_tokens\":196,\"text_tokens\":0},"
                        + "\"total_tokens\":203}}");
        BufferedImage image = Decoders.decode(ImageFormat.PNG, OpenAiClient.image(response, 0));
        assertThat(image.getWidth() + "x" + image.getHeight()).isEqualTo("1024x1024");
    }

    @Test
    @Documented(
            value = "providers/openai.md §5: response headers",
            rule = "every response has x-request-id, openai-version, openai-organization and openai-processing-ms",
            negativeTest = Documented.SAME,
            dialect = "openai")
    void responseHasVendorsHeaders() {
        Response[] responses = {client.generateFrom("p"), client.generate("{}")};

        for (Response response : responses) {
            assertThat(response.header("x-request-id")).matches("req_[0-9a-f]{32}");
            assertThat(response.header("openai-version")).isEqualTo("2020-10-01");
            assertThat(response.header("openai-organization")).isNotEmpty();
            assertThat(response.header("openai-processing-ms")).isEqualTo("0");
        }
        assertThat(responses[0].header("x-request-id")).isNotEqualTo(responses[1].header("x-request-id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"quality\":\"auto\",\"size\":\"auto\",\"background\":\"auto\" | opaque | png | low | 1024x1024 | 196",
                "\"quality\":\"medium\" | opaque | png | medium | 1024x1024 | 1756",
                "\"quality\":\"high\",\"size\":\"3840x2160\" | opaque | png | high | 3840x2160 | 13342",
                "\"size\":\"1536x864\",\"background\":\"opaque\" | opaque | png | low | 1536x864 | 120",
                "\"background\":\"transparent\" | transparent | png | low | 1024x1024 | 196",
                "\"background\":\"transparent\",\"output_format\":\"webp\" | transparent | webp | low | 1024x1024 | 196",
                "\"output_format\":\"jpeg\",\"output_compression\":50 | opaque | jpeg | low | 1024x1024 | 196",
                "\"n\":null,\"output_compression\":null,\"partial_images\":null,\"quality\":null,\"size\":null,\"stream\":null"
                        + " | opaque | png | low | 1024x1024 | 196"
            })
    @Documented(
            value = "providers/openai.md §5: the resolved ones",
            rule = "background, quality and size of the response are those of the image, never auto",
            negativeTest = Documented.SAME,
            dialect = "openai",
            of = {"CreateRequest.background", "CreateRequest.output_format"})
    @Documented(
            value = "providers/openai.md §3: null = omitted",
            rule = "null means omitted for n, output_compression, partial_images, quality, size and stream",
            negativeTest = "PromptIT.rejectsNullPrompt",
            dialect = "openai",
            certainty = Certainty.MEASURED,
            of = {
                "CreateRequest.n",
                "CreateRequest.output_compression",
                "CreateRequest.partial_images",
                "CreateRequest.quality",
                "CreateRequest.size",
                "CreateRequest.stream"
            })
    @Documented(
            value = "providers/openai.md §3: transparent needs png or webp",
            rule = "gpt-image-2 draws on a transparent background as png or webp",
            negativeTest = "SizeAndModelIT.rejectsTransparentJpeg",
            dialect = "openai")
    void resolvesParameters(String fields, String background, String format, String quality, String size, int tokens) {
        Response response = client.generateWith(fields);

        assertThat(response.<String>path("background")).isEqualTo(background);
        assertThat(response.<String>path("output_format")).isEqualTo(format);
        assertThat(response.<String>path("quality")).isEqualTo(quality);
        assertThat(response.<String>path("size")).isEqualTo(size);
        assertThat(response.<Integer>path("usage.output_tokens")).isEqualTo(tokens);
        BufferedImage image =
                Decoders.decode(ImageFormat.valueOf(format.toUpperCase(Locale.ROOT)), OpenAiClient.image(response, 0));
        assertThat(image.getWidth() + "x" + image.getHeight()).isEqualTo(size);
        assertThat(IntStream.of(Decoders.pixels(image)).anyMatch(pixel -> pixel >>> 24 == 0))
                .isEqualTo(background.equals("transparent"));
    }

    @Test
    @Documented(
            value = "providers/openai.md §3 and §7: n from 1 to 10, times the tokens",
            rule = "a request for n images gets n different ones, with n times the output tokens",
            negativeTest = Documented.SAME,
            dialect = "openai")
    void generatesSeveralImages() {
        Response response = client.generateWith("\"n\":10,\"output_format\":\"jpeg\"");

        assertThat(response.jsonPath().getList("data.b64_json")).hasSize(10).doesNotHaveDuplicates();
        assertThat(response.<Integer>path("usage.output_tokens")).isEqualTo(1960);
        assertThat(response.<Integer>path("usage.input_tokens")).isEqualTo(7);
        assertThat(client.balance()).isEqualByComparingTo("99.941165");
    }

    @Test
    @Documented(
            value = "providers/openai.md §3: output_compression from 0 to 100, default 100",
            rule = "a lower output_compression makes a smaller jpeg",
            negativeTest = Documented.SAME,
            dialect = "openai")
    void compressesJpeg() {
        String jpeg = "\"output_format\":\"jpeg\"";
        int best = OpenAiClient.image(client.generateWith(jpeg), 0).length;
        int middle = OpenAiClient.image(client.generateWith(jpeg + ",\"output_compression\":50"), 0).length;
        int worst = OpenAiClient.image(client.generateWith(jpeg + ",\"output_compression\":0"), 0).length;

        assertThat(middle).isLessThan(best);
        assertThat(worst).isLessThan(middle);
    }

    @Test
    @Documented(
            value = "providers/openai.md §2: gpt-image-2 stands for its snapshot",
            rule = "the snapshot gpt-image-2-2026-04-21 is the model gpt-image-2",
            negativeTest = "SizeAndModelIT.rejectsUnknownModel",
            dialect = "openai",
            of = "CreateRequest.model")
    void generatesWithEveryModel() {
        client.generate("{\"model\":\"gpt-image-2-2026-04-21\",\"prompt\":\"p\"}")
                .then()
                .statusCode(200);
        assertThat(client.control("GET", "/tasks", "").getString("tasks[0].model"))
                .isEqualTo("gpt-image-2-2026-04-21");
        assertThat(client.balance()).isEqualByComparingTo("99.994085");
        for (String model : client.request().get("/openai/v1/models").jsonPath().<String>getList("data.id")) {
            client.generate("{\"model\":\"" + model + "\",\"prompt\":\"p\"}")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    @Documented(
            value = "providers/openai.md §7: prices for a million tokens",
            rule = "a request is charged when it completes, by its tokens",
            negativeTest = Documented.SAME,
            dialect = "openai",
            certainty = Certainty.INFERRED)
    void respondsWhenImageIsReady() {
        client.changeSandbox("{\"progression\":\"timed\"}");
        Instant start = Instant.parse(client.control("GET", "/clock", "").getString("now"));
        CompletableFuture<Response> pending = client.generateAsync("p");
        client.awaitTasks(1);
        client.advance("1999ms");
        assertThat(client.taskStatuses()).containsExactly("processing");
        client.advance("1ms");

        Response response = OpenAiClient.await(pending);

        assertThat(response.<Integer>path("created"))
                .isEqualTo((int) start.plusSeconds(2).getEpochSecond());
        assertThat(response.header("openai-processing-ms")).isEqualTo("2000");
        assertThat(client.balance()).isEqualByComparingTo("99.994085");
    }

    @Test
    @Documented(
            value = "providers/openai.md §10: no idempotency, so a header for it is ignored",
            rule = "the same Idempotency-Key makes another image",
            negativeTest = Documented.SAME,
            dialect = "openai")
    void ignoresIdempotencyKey() {
        for (int i = 0; i < 2; i++) {
            client.request()
                    .header("Idempotency-Key", "k")
                    .contentType("application/json")
                    .body(OpenAiClient.body("p"))
                    .post(OpenAiClient.GENERATIONS)
                    .then()
                    .statusCode(200);
        }
        assertThat(client.taskStatuses()).hasSize(2);
    }

    @Test
    @Documented(
            value = "providers/openai.md §3: the ids of end users",
            rule = "user and safety_identifier are texts without an effect",
            negativeTest = Documented.SAME,
            dialect = "openai",
            of = {"CreateRequest.user", "CreateRequest.safety_identifier"})
    void ignoresIdsOfEndUser() {
        client.generateWith("\"user\":\"u\",\"safety_identifier\":\"s\"").then().statusCode(200);
        client.generateWith("\"user\":1").then().statusCode(400);
        client.generateWith("\"safety_identifier\":1").then().statusCode(400);
    }

    @Test
    void clientThatGivesUpMeetsNoFault() throws IOException {
        client.frozen();
        String body = OpenAiClient.body("p");
        try (Socket socket = client.server.connect()) {
            String head = "POST " + OpenAiClient.GENERATIONS + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + client.key + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                    + "\r\n\r\n";
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
            client.awaitTasks(1);
        }
        JsonPath journal = client.control("GET", "/journal?wait=10s&count=1", "");

        assertThat(journal.getList("exchanges")).hasSize(1);
        assertThat(journal.getString("exchanges[0].fault")).isNull();
        client.advance("2s");
        assertThat(client.taskStatuses()).containsExactly("completed");
    }
}
