package dev.darkroom.wire.reapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example on the vendor's page, and the documented responses. */
@WireTest
class ExamplesIT {

    private static final String EXAMPLE = """
            {
            "prompt": "..."
            }""";

    private static final String TASK_PATTERN =
            "\"id\":\"task_[0-9a-f]{32}\",\"model\":\"gpt-image-2\",\"status\":\"%s\",\"created_at\":\\d{10}";

    private final ReApiClient client = new ReApiClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    @Documented(
            value = "seeds/002: Submit a generation: returns a task ID immediately",
            dialect = "reapi",
            rule = "a submit request returns the id of a task",
            of = "Submitted.id",
            negativeTest = "SubmitIT.requiresPrompt",
            witness = "Prism 5.16.0")
    @Documented(
            value = "providers/reapi.md §4: the sample of the response",
            dialect = "reapi",
            rule = "a submitted task has the status processing",
            of = "Submitted.status",
            negativeTest = "completedTaskMatchesSample",
            witness = "Prism 5.16.0")
    @Documented(
            value = "providers/reapi.md §4: the sample of the response",
            dialect = "reapi",
            rule = "a submitted task has id, model, status and created_at, and no other field",
            of = "Submitted.*",
            negativeTest = Documented.SAME,
            witness = "Prism 5.16.0")
    @Documented(
            value = "providers/reapi.md §4: the sample names no HTTP status",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "the response to a submit request has status 200",
            negativeTest = "SubmitIT.requiresPrompt",
            witness = "Prism 5.16.0")
    @Documented(
            value = "seeds/002: the example at the end of the page names no model",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "a request without a model is for the basic channel",
            of = "BasicRequest.model",
            negativeTest = "SettingsIT.requiresModel")
    @Documented(
            value = "a warning of Darkroom's",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "a warning says that the model is missing",
            negativeTest = "ChannelIT.basicChannelMakesOneImage")
    void acceptsExampleWithoutModel() {
        Response submitted = client.submit(EXAMPLE);

        assertThat(submitted.statusCode()).isEqualTo(200);
        assertThat(submitted.asString()).matches("\\{" + TASK_PATTERN.formatted("processing") + "}");
        assertThat(submitted.header("Darkroom-Warning"))
                .isEqualTo("The documentation requires `model`; without it, this is a request for gpt-image-2");
        assertThat(client.credits()).isEqualTo(4993);
    }

    @Test
    @Documented(
            value = "providers/reapi.md §5: the sample of the tasks page",
            dialect = "reapi",
            of = "CompletedTask.*",
            negativeTest = "taskIsProcessingFromStart",
            witness = "Prism 5.16.0")
    @Documented(
            value = "seeds/002: Poll the result",
            dialect = "reapi",
            rule = "GET /api/v1/tasks/{id} has the image URLs once the status is completed",
            of = {"CompletedTask.status", "CompletedTask.output.image_urls"},
            negativeTest = "taskIsProcessingFromStart",
            witness = "Pillow 12.3.0, Prism 5.16.0")
    void completedTaskMatchesSample() {
        String id = ReApiClient.id(client.basic());
        client.advance("2s");

        assertThat(client.poll(id).asString())
                .matches("\\{" + TASK_PATTERN.formatted("completed")
                        + ",\"output\":\\{\"image_urls\":\\[\"http://[^/]+/media/tasks/" + id.substring(5)
                        + "/0\\.png\"]},\"error\":null}");
    }

    @Test
    @Documented(
            value = "providers/reapi.md §5: the sample of the tasks page",
            dialect = "reapi",
            of = "FailedTask.*",
            negativeTest = "completedTaskMatchesSample",
            witness = "Prism 5.16.0")
    void failedTaskMatchesSample() {
        String id = ReApiClient.id(client.basic());
        client.control("POST", "/tasks/" + id + "/fail", "");

        assertThat(client.poll(id).asString())
                .matches("\\{" + TASK_PATTERN.formatted("failed")
                        + ",\"output\":null,\"error\":\\{\"code\":80006,"
                        + "\"message\":\"Request violates content policy\"}}");
    }

    @Test
    @Documented(
            value = "providers/reapi.md §5: only processing, completed and failed",
            dialect = "reapi",
            rule = "a task is processing until it has ended; there is no status before",
            of = "ProcessingTask.status",
            negativeTest = Documented.SAME,
            witness = "Prism 5.16.0")
    @Documented(
            value = "providers/reapi.md §5: there is no sample of a processing task",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "a processing task has the fields of the other tasks; output and error are null",
            of = "ProcessingTask.*",
            negativeTest = "completedTaskMatchesSample",
            witness = "Prism 5.16.0")
    @Documented(
            value = "no page says how long a task takes",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "a task takes two seconds by default",
            negativeTest = Documented.SAME)
    void taskIsProcessingFromStart() {
        String id = ReApiClient.id(client.basic());
        for (String step : new String[] {"0s", "499ms", "1ms", "1499ms"}) {
            client.advance(step);
            assertThat(client.poll(id).asString())
                    .matches("\\{" + TASK_PATTERN.formatted("processing") + ",\"output\":null,\"error\":null}");
        }
        client.advance("1ms");
        assertThat(client.task(id).getString("status")).isEqualTo("completed");
        assertThat(client.poll(id).asString()).isEqualTo(client.poll(id).asString());
    }

    @Test
    @Documented(
            value = "providers/reapi.md §4 and §5: the samples of the responses",
            dialect = "reapi",
            of = "Submitted.*",
            negativeTest = Documented.SAME)
    @Documented(
            value = "providers/reapi.md §4: as in the examples; other forms were seen",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "an id is task_ and 32 hex digits",
            of = "Submitted.id",
            negativeTest = "KeyIT.reportsTaskOfAnotherKeyAsNotFound",
            witness = "Prism 5.16.0")
    @Documented(
            value = "providers/reapi.md §4: created_at is unix seconds",
            dialect = "reapi",
            rule = "created_at is the time of the submit request in unix seconds",
            of = "Submitted.created_at",
            negativeTest = Documented.SAME)
    void pollRepeatsFieldsOfSubmitResponse() {
        Response submitted = client.official();
        Instant now = Instant.parse(client.control("GET", "/clock", "").getString("now"));
        client.advance("1500ms");
        Response later = client.official();

        String id = ReApiClient.id(submitted);
        assertThat(id).matches("task_[0-9a-f]{32}");
        assertThat(client.task(id).getMap("$"))
                .containsAllEntriesOf(submitted.jsonPath().getMap("$"));
        assertThat(submitted.jsonPath().getLong("created_at")).isEqualTo(now.getEpochSecond());
        assertThat(later.jsonPath().getLong("created_at"))
                .isEqualTo(now.plusMillis(1500).getEpochSecond());
    }

    @Test
    @Documented(
            value = "providers/reapi.md §9: Idempotency-Key, on the vendor's overview page",
            dialect = "reapi",
            rule = "an Idempotency-Key is accepted and ignored: each request is a new task and a new charge",
            negativeTest = Documented.SAME)
    @Documented(
            value = "a warning of Darkroom's",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "a warning says that the Idempotency-Key is ignored",
            negativeTest = "ChannelIT.basicChannelMakesOneImage")
    void ignoresIdempotencyKey() {
        Response first = submitWithIdempotencyKey();
        Response second = submitWithIdempotencyKey();

        assertThat(ReApiClient.id(first)).isNotEqualTo(ReApiClient.id(second));
        assertThat(client.credits()).isEqualTo(4986);
        assertThat(first.header("Darkroom-Warning")).startsWith("`Idempotency-Key` is ignored: ");
    }

    private Response submitWithIdempotencyKey() {
        return client.api()
                .contentType("application/json")
                .header("Idempotency-Key", "order-17")
                .body("{\"model\":\"gpt-image-2\",\"prompt\":\"p\"}")
                .post(ReApiClient.SUBMIT);
    }
}
