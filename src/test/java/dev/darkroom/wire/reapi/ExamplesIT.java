package dev.darkroom.wire.reapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
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
    @Documented(value = "seeds/002: the example at the end of the page", dialect = "reapi", of = "Submitted.*")
    @Documented(
            value = "seeds/002: the example names no model; Darkroom uses the basic channel",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            of = "BasicRequest.model")
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
            value = "providers/reapi.md §5, the sample of the tasks page",
            dialect = "reapi",
            of = "CompletedTask.*")
    @Documented(value = "seeds/002: Poll the result", dialect = "reapi", of = "CompletedTask.output.image_urls")
    void completedTaskMatchesSample() {
        String id = ReApiClient.id(client.basic());
        client.advance("2s");

        assertThat(client.poll(id).asString())
                .matches("\\{" + TASK_PATTERN.formatted("completed")
                        + ",\"output\":\\{\"image_urls\":\\[\"http://[^/]+/media/tasks/" + id.substring(5)
                        + "/0\\.png\"]},\"error\":null}");
    }

    @Test
    @Documented(value = "providers/reapi.md §5, the sample of the tasks page", dialect = "reapi", of = "FailedTask.*")
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
            of = "ProcessingTask.status")
    @Documented(
            value = "providers/reapi.md §5, output and error are null while the task is processing",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            of = "ProcessingTask.*")
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
            value = "providers/reapi.md §4: task_ and 32 hex digits, unix seconds",
            dialect = "reapi",
            of = {"Submitted.id", "Submitted.created_at"})
    void pollRepeatsFieldsOfSubmitResponse() {
        Response submitted = client.official();

        assertThat(client.task(ReApiClient.id(submitted)).getMap("$"))
                .containsAllEntriesOf(submitted.jsonPath().getMap("$"));
    }

    @Test
    @Documented(
            value = "providers/reapi.md §9: an Idempotency-Key is accepted and ignored, on the vendor's overview page",
            dialect = "reapi")
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
