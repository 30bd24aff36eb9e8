package dev.darkroom.wire.openai;

import static dev.darkroom.wire.openai.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.client.RawResponse;
import dev.darkroom.wire.openai.EventStream.Event;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Images as a stream of events. */
@WireTest
class StreamIT {

    private final OpenAiClient client = new OpenAiClient();

    @BeforeEach
    void freeze() {
        client.frozen();
    }

    @Test
    @Documented(
            value = "providers/openai.md §6: partial images, then the completed one",
            rule = "a stream has the partial images with their indexes from 0, then the completed one, and no [DONE]",
            negativeTest = "streamWithoutPartialImagesHasOneEvent",
            dialect = "openai")
    @Documented(
            value = "providers/openai.md §6: usage in the stream",
            rule = "the usage in a stream has no details of the output",
            negativeTest = "GenerationIT.respondsInVendorsOrder",
            dialect = "openai")
    @Documented(
            value = "providers/openai.md §6: recalled from an older guide",
            rule = "each partial image costs 100 output tokens",
            negativeTest = "streamWithoutPartialImagesHasOneEvent",
            dialect = "openai",
            certainty = Certainty.INFERRED)
    @Documented(
            value = "providers/openai.md §6 does not say when",
            rule = "partial images divide the time of processing into equal parts",
            negativeTest = Documented.SAME,
            dialect = "openai",
            certainty = Certainty.INFERRED)
    void sendsPartialImagesWhileTaskIsProcessed() throws IOException {
        try (EventStream stream = client.streamWith("\"partial_images\":2")) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("content-type")).contains("text/event-stream");
            assertThat(stream.header("x-request-id").orElseThrow()).startsWith("req_");
            client.advance("1s");
            Event first = stream.next();
            assertThat(first.type()).isEqualTo("image_generation.partial_image");
            assertThat(first.number("partial_image_index")).isZero();
            assertThat(first.data().getMap("").keySet())
                    .hasToString("[type, b64_json, background, created_at, output_format, quality, size,"
                            + " partial_image_index]");
            client.advance("500ms");
            Event second = stream.next();
            assertThat(second.number("partial_image_index")).isEqualTo(1);
            assertThat(second.text("b64_json")).isNotEqualTo(first.text("b64_json"));
            assertThat(client.taskStatuses()).containsExactly("processing");
            client.advance("500ms");
            List<Event> rest = stream.rest();

            assertThat(rest).extracting(Event::type).containsExactly("image_generation.completed");
            assertThat(rest.get(0).data().getMap("").keySet())
                    .hasToString("[type, b64_json, background, created_at, output_format, quality, size, usage]");
            assertThat(rest.get(0).number("created_at") - first.number("created_at"))
                    .isEqualTo(1);
            assertThat(rest.get(0).number("usage.output_tokens")).isEqualTo(396);
            assertThat(rest.get(0).text("usage.output_tokens_details")).isNull();
        }
    }

    @Test
    @Documented(
            value = "providers/openai.md §6: partial_images 0",
            rule = "without partial images, a stream has only the completed event",
            negativeTest = "sendsPartialImagesWhileTaskIsProcessed",
            dialect = "openai")
    void streamWithoutPartialImagesHasOneEvent() throws IOException {
        client.instant();
        for (String fields : new String[] {"", "\"partial_images\":0", "\"partial_images\":null"}) {
            try (EventStream stream = client.streamWith(fields)) {
                List<Event> events = stream.rest();

                assertThat(events).extracting(Event::type).containsExactly("image_generation.completed");
                assertThat(events.get(0).number("usage.output_tokens")).isEqualTo(196);
            }
        }
    }

    @Test
    @Documented(
            value = "providers/openai.md §6: n > 1 with stream",
            rule = "a stream of n images has n completed events, whose tokens add up",
            negativeTest = "streamWithoutPartialImagesHasOneEvent",
            dialect = "openai",
            certainty = Certainty.INFERRED)
    void sendsOneCompletedEventPerImage() throws IOException {
        client.instant();
        try (EventStream stream = client.streamWith("\"n\":3")) {
            List<Event> events = stream.rest();

            assertThat(events)
                    .extracting(event -> event.text("b64_json"))
                    .hasSize(3)
                    .doesNotHaveDuplicates();
            assertThat(events)
                    .extracting(event -> event.number("usage.output_tokens"))
                    .containsExactly(196, 196, 196);
            assertThat(events)
                    .extracting(event -> event.number("usage.input_tokens"))
                    .containsExactly(7, 0, 0);
        }
    }

    @Test
    @Documented(
            value = "providers/openai.md §6: image_edit.partial_image and image_edit.completed",
            rule = "the events of an edit begin with image_edit",
            negativeTest = "sendsPartialImagesWhileTaskIsProcessed",
            dialect = "openai")
    void eventsOfEditHaveOtherNames() throws IOException {
        client.instant();
        String body = OpenAiClient.bodyWith("\"stream\":true,\"partial_images\":1,\"images\":[{\"image_url\":\""
                + Parts.dataUrl(Parts.png(64, 64)) + "\"}]");
        try (EventStream stream = client.stream(OpenAiClient.EDITS, body)) {
            assertThat(stream.restOfTypes()).containsExactly("image_edit.partial_image", "image_edit.completed");
        }
    }

    @Test
    @Documented(
            value = "providers/openai.md §6: errors after the first byte",
            rule = "a task that fails while it is streamed ends with an event of type error",
            negativeTest = "inputModerationRespondsWithoutStream",
            dialect = "openai",
            certainty = Certainty.INFERRED)
    void failedTaskEndsWithErrorEvent() throws IOException {
        String body = "{\"model\":\"gpt-image-2\",\"stream\":true,\"prompt\":\"[[moderation: output violence]]\"}";
        try (EventStream stream = client.stream(OpenAiClient.GENERATIONS, body)) {
            client.advance("2s");
            Event error = stream.next();

            assertThat(error.type()).isEqualTo("error");
            assertThat(error.text("error.code")).isEqualTo("moderation_blocked");
            assertThat(error.text("error.message"))
                    .contains(stream.header("x-request-id").orElseThrow(), "safety_violations=[violence]");
            assertThat(error.text("error.moderation_details.moderation_stage")).isEqualTo("output");
            assertThat(stream.rest()).isEmpty();
        }
        assertThat(client.balance()).isEqualByComparingTo("100");
    }

    @Test
    @Documented(
            value = "providers/openai.md §6: errors before the first byte",
            rule = "a request that is refused before its stream begins gets plain JSON with a status",
            negativeTest = "failedTaskEndsWithErrorEvent",
            dialect = "openai",
            certainty = Certainty.INFERRED)
    void inputModerationRespondsWithoutStream() {
        Response refused = client.generate(
                "{\"model\":\"gpt-image-2\",\"stream\":true,\"prompt\":\"[[moderation: violence, sexual]]\"}");

        assertRefused(refused, 400, "moderation_blocked");
        assertThat(refused.contentType()).isEqualTo("application/json");
        assertRefused(client.generateWith("\"stream\":true,\"n\":0"), 400, "integer_below_min_value");
    }

    @Test
    void resetOfSandboxEndsStreamWithError() throws IOException {
        try (EventStream stream = client.streamWith("")) {
            client.request().delete("/_darkroom/sandbox").then().statusCode(200);

            assertThat(stream.next().text("error.code")).isEqualTo("server_error");
            assertThat(stream.rest()).isEmpty();
        }
    }

    @Test
    void rulesCutStream() throws IOException {
        client.instant();
        client.setFaultRule("\"operation\":\"create\"", "\"truncate\":0.5");
        RawResponse truncated = raw();
        assertThat(truncated.head()).startsWith("HTTP/1.1 200").contains("Darkroom-Fault: rule");
        assertThat(truncated.body()).contains("event: ").doesNotContain("\"usage\"");

        client.setFaultRule("\"operation\":\"create\"", "\"reset\":0.5");
        RawResponse reset = raw();
        assertThat(reset.wasReset()).isTrue();
        assertThat(reset.body()).contains("event: ").doesNotContain("\"usage\"");

        client.setFaultRule("\"operation\":\"create\"", "\"drip\":\"300ms\"");
        RawResponse dripped = raw();
        assertThat(dripped.wasReset()).isFalse();
        assertThat(dripped.body()).contains("\"usage\"");
        assertThat(dripped.duration().toMillis()).isGreaterThanOrEqualTo(200);
    }

    @Test
    void taskOfClientThatHangsUpContinues() throws IOException {
        client.streamWith("\"partial_images\":3").close();
        client.advance("2s");

        assertThat(client.taskStatuses()).containsExactly("completed");
        assertThat(client.generateFrom("[[progression: instant]]").statusCode()).isEqualTo(200);
    }

    private RawResponse raw() throws IOException {
        String body = OpenAiClient.bodyWith("\"stream\":true,\"partial_images\":1");
        try (Socket socket = client.server.connect()) {
            return RawResponse.to(
                    "POST " + OpenAiClient.GENERATIONS + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Authorization: Bearer " + client.key + "\r\nContent-Type: application/json\r\n"
                            + "Content-Length: " + body.length() + "\r\n\r\n" + body,
                    socket);
        }
    }
}
