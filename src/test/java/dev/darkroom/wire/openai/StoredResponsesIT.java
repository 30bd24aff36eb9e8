package dev.darkroom.wire.openai;

import static dev.darkroom.wire.openai.ErrorAssertions.INVALID_REQUEST;
import static dev.darkroom.wire.openai.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses that clients poll, cancel and continue. */
@WireTest
class StoredResponsesIT {

    private static final String BACKGROUND = "\"background\":true";

    private final OpenAiClient client = new OpenAiClient();

    @BeforeEach
    void freeze() {
        client.frozen();
    }

    @Test
    @Documented(
            value = "providers/openai.md §11.4: background",
            rule = "a background response is queued, then in_progress, then completed, and has its image only then",
            negativeTest = "ResponsesIT.respondsWithImage",
            dialect = "openai",
            of = {"ResponseRequest.background", "Response.background", "Response.status"})
    void backgroundResponseIsPolled() {
        Response created = client.respondWith(BACKGROUND);
        String id = created.path("id");

        assertThat(created.<String>path("status")).isEqualTo("queued");
        assertThat(created.jsonPath().getList("output")).isEmpty();
        client.advance("500ms");
        assertThat(client.response(id).<String>path("status")).isEqualTo("in_progress");
        assertThat(client.response(id).jsonPath().getList("output")).isEmpty();
        client.advance("1500ms");
        assertThat(client.response(id).<String>path("status")).isEqualTo("completed");
        assertThat(client.response(id).<String>path("output[0].result")).isNotEmpty();
    }

    @Test
    @Documented(
            value = "providers/openai.md §11.4: cancel",
            rule = "a background response can be cancelled until it ends",
            negativeTest = "onlyBackgroundResponsesCanBeCancelled",
            dialect = "openai")
    @Documented(
            value = "providers/openai.md §10: refused requests are not billed",
            rule = "a cancelled response is not charged",
            negativeTest = "ResponsesIT.respondsWithImage",
            dialect = "openai",
            certainty = Certainty.INFERRED)
    void cancelsBackgroundResponse() {
        String id = client.respondWith(BACKGROUND).path("id");

        assertThat(cancel(id).<String>path("status")).isEqualTo("cancelled");
        client.advance("2s");
        assertThat(client.response(id).<String>path("status")).isEqualTo("cancelled");
        assertThat(client.response(id).jsonPath().getList("output")).isEmpty();
        assertThat(cancel(id).statusCode()).isEqualTo(200);
        assertThat(client.balance()).isEqualByComparingTo("100");
    }

    @Test
    void streamOfCancelledResponseEndsWithItsEvent() throws IOException {
        String id = client.respondWith(BACKGROUND).path("id");
        String url = client.server.url() + OpenAiClient.RESPONSES + "/" + id + "?stream=true&starting_after=4";
        try (EventStream stream = EventStream.get(url, client.key)) {
            cancel(id);

            assertThat(stream.restOfTypes()).containsExactly("response.cancelled");
        }
        try (EventStream stream = EventStream.get(url, client.key)) {
            assertThat(stream.restOfTypes()).containsExactly("response.cancelled");
        }
    }

    @Test
    void cancelDoesNotAdvanceResponse() {
        client.changeSandbox("{\"progression\":\"polls:1\"}");
        String id = client.respondWith(BACKGROUND).path("id");

        assertThat(cancel(id).<String>path("status")).isEqualTo("cancelled");
    }

    @Test
    void onlyBackgroundResponsesCanBeCancelled() {
        client.instant();
        String id = client.respondTo("p").path("id");

        assertRefused(cancel(id), 400, "invalid_value");
        assertThat(client.response(id).<String>path("status")).isEqualTo("completed");
    }

    @Test
    void cancelOfCompletedResponseChangesNothing() {
        String id = client.respondWith(BACKGROUND).path("id");
        client.advance("2s");

        assertThat(cancel(id).<String>path("status")).isEqualTo("completed");
        assertThat(client.response(id).<String>path("status")).isEqualTo("completed");
    }

    @Test
    @Documented(
            value = "providers/openai.md §11.4: starting_after",
            rule = "the stream of a background response continues after the event that the client names",
            negativeTest = "ResponsesIT.streamsEventsInOrder",
            dialect = "openai")
    void continuesStreamAfterEvent() throws IOException {
        String id = client.respondWith(BACKGROUND).path("id");
        client.advance("2s");
        String url = client.server.url() + OpenAiClient.RESPONSES + "/" + id + "?stream=true&starting_after=";
        try (EventStream stream = EventStream.get(url + 3, client.key)) {
            assertThat(stream.rest())
                    .extracting(event -> event.number("sequence_number"))
                    .containsExactly(4, 5, 6, 7);
        }
        try (EventStream stream = EventStream.get(url + 7, client.key)) {
            assertThat(stream.rest()).isEmpty();
        }
        assertRefused(
                client.request().get(OpenAiClient.RESPONSES + "/" + id + "?stream=true&starting_after=x"),
                400,
                "invalid_value");
        assertRefused(client.request().get(OpenAiClient.RESPONSES + "/" + id + "?stream=yes"), 400, "invalid_value");
    }

    @Test
    @Documented(
            value = "providers/openai.md §11.4: needs store not false",
            rule = "a response that is not stored cannot be retrieved, and not be in the background",
            negativeTest = "ResponsesIT.respondsWithImage",
            dialect = "openai",
            certainty = Certainty.INFERRED,
            of = "ResponseRequest.store")
    void responseThatIsNotStoredCannotBeRetrieved() {
        client.instant();
        String id = client.respondWith("\"store\":false").path("id");

        assertThat(client.response(id).statusCode()).isEqualTo(404);
        assertRefused(
                client.respondWith("\"previous_response_id\":\"" + id + "\""), 400, "previous_response_not_found");
        assertRefused(client.respondWith("\"store\":false,\"background\":true"), 400, "invalid_value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"2h\" | true | false | 200",
                "\"8h\" | true | false | 200",
                "\"soonest\" | false | true | 200",
                "null | false | false | 200",
                "\"2h\" | false | false | 400",
                "\"8h\" | true | true | 400",
                "\"3h\" | true | false | 400"
            })
    @Documented(
            value = "providers/openai.md §11.4: completion_window",
            rule = "a long completion window needs a background response without a stream",
            negativeTest = Documented.SAME,
            dialect = "openai",
            of = "ResponseRequest.background_options.completion_window")
    void checksCompletionWindow(String window, boolean isBackground, boolean isStreamed, int status) {
        client.instant();
        Response response = client.respondWith("\"background_options\":{\"completion_window\":" + window
                + "},\"background\":" + isBackground + ",\"stream\":" + isStreamed);

        assertThat(response.statusCode()).isEqualTo(status);
        if (status == 400) {
            assertRefused(response, 400, "invalid_value");
            assertThat(response.<String>path("error.param")).isEqualTo("background_options.completion_window");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"resp_x", "resp_0c0d9a527d2b4c589a513f5b7d1e88aa", "ig_0c0d9a527d2b4c589a513f5b7d1e88aa"})
    @Documented(
            value = "providers/openai.md §11.4: unknown id",
            rule = "an unknown response is 404",
            negativeTest = "ResponsesIT.respondsWithImage",
            dialect = "openai")
    void rejectsUnknownResponse(String id) {
        assertRefused(client.response(id), 404, INVALID_REQUEST, null, null, "There is no such response.");
        assertThat(cancel(id).statusCode()).isEqualTo(404);
    }

    private Response cancel(String id) {
        return client.request().post(OpenAiClient.RESPONSES + "/" + id + "/cancel");
    }
}
