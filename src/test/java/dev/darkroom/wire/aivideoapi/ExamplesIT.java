package dev.darkroom.wire.aivideoapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The request bodies in the vendor's curl examples, and the documented responses. */
@WireTest
class ExamplesIT {

    private static final String UUID_V4 = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    private static final String FLAT = """
            {
                "model": "gpt-image-2",
                "prompt": "A clean studio product image on a neutral background"
            }""";

    private static final String EDIT = """
            {
                "model": "gpt-image-2",
                "input": {
                  "prompt": "Turn this product photo into a clean studio shot on a white background",
                  "image_urls": [
                    "https://example.com/source.png"
                  ],
                  "aspect_ratio": "1:1",
                  "nsfw_checker": true
                }
            }""";

    private static final String TEXT_TO_IMAGE = """
            {
                "model": "gpt-image-2",
                "input": {
                  "prompt": "A cinematic night city poster with neon reflections on a rainy street.",
                  "aspect_ratio": "16:9",
                  "nsfw_checker": true
                }
            }""";

    private static final String IMAGE_TO_IMAGE = """
            {
                "model": "gpt-image-2",
                "input": {
                  "prompt": "Convert this room into a warm Scandinavian interior design render",
                  "image_urls": [
                    "https://example.com/room.jpg"
                  ],
                  "aspect_ratio": "3:2"
                }
            }""";

    private static final String FOUR_K = """
            {
                "model": "gpt-image-2",
                "input": {
                  "prompt": "An ancient castle under a starry sky, cinematic composition",
                  "aspect_ratio": "16:9",
                  "resolution": "4k"
                }
            }""";

    private final AiVideoApiClient client = new AiVideoApiClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @ParameterizedTest
    @ValueSource(strings = {FLAT, EDIT, TEXT_TO_IMAGE, IMAGE_TO_IMAGE, FOUR_K})
    @Documented(
            value = "seeds/001: Create Task, Example: Text-to-Image, Image-to-Image and 4K Output",
            rule = "the four requests of the documentation are accepted; one model takes prompts and references",
            negativeTest = "InputIT.namesInvalidField",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "seeds/000: API workflow, the curl example",
            rule = "the request of the product page is accepted: its prompt is at the top level, and it has no input",
            negativeTest = "CreateIT.namesMissingField",
            of = "RequestFields.model",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "seeds/001: Create Task, Response",
            rule = "the response has code 200, msg success and the task's id, and nothing else",
            negativeTest = Documented.SAME,
            of = "Created.*",
            witness = "Prism 5.16.0")
    @Documented(
            value = "seeds/001: Create Task, Response",
            rule = "the task's id is a lower-case UUID",
            negativeTest = Documented.SAME,
            of = "Created.data.taskId")
    @Documented(
            value = "providers/aivideoapi.md §4; the ids in the examples are such UUIDs",
            certainty = Certainty.INFERRED,
            rule = "the HTTP status is 200, and the id is a UUID of version 4",
            negativeTest = Documented.SAME,
            of = "Created.data.taskId")
    void acceptsEveryExampleWithoutWarning(String body) {
        String response = client.create(body)
                .then()
                .statusCode(200)
                .header("Darkroom-Warning", (String) null)
                .extract()
                .asString();

        assertThat(response)
                .matches("\\{\"code\":200,\"msg\":\"success\",\"data\":\\{\"taskId\":\"" + UUID_V4 + "\"}}");
    }

    @Test
    @Documented(
            value = "seeds/001: Query Task, Completed",
            rule = "a completed task has exactly the fields of the example",
            negativeTest = Documented.SAME,
            of = "CompletedTask.*",
            witness = "Prism 5.16.0")
    @Documented(
            value = "seeds/001: Query Task, Completed",
            rule = "the times of a task are in Unix seconds",
            negativeTest = Documented.SAME,
            of = {"CompletedTask.created_at", "CompletedTask.completed_at"})
    @Documented(
            value = "seeds/001: Query Task, Completed, metadata",
            rule = "metadata.model is gpt-image-2-image-to-image with references",
            negativeTest = "reportsTextToImageWithoutReferences",
            of = "CompletedTask.output.metadata.model")
    @Documented(
            value = "providers/aivideoapi.md §5, no field asks for more",
            certainty = Certainty.INFERRED,
            rule = "a task has one image",
            negativeTest = Documented.SAME,
            of = "CompletedTask.output.urls",
            witness = "Prism 5.16.0")
    void completedTaskMatchesPage() {
        String id = client.create(EDIT).path("data.taskId");
        client.advance("2s");

        String body = client.poll(id).asString();

        assertThat(body)
                .matches("\\{\"id\":\"" + id + "\",\"status\":\"completed\",\"model\":\"gpt-image-2\","
                        + "\"created_at\":\\d{10},\"completed_at\":\\d{10},"
                        + "\"output\":\\{\"urls\":\\[\"http://[^/]+/images/\\d{4}/\\d{2}/\\d{2}/[0-9a-f]+\\.png\"],"
                        + "\"metadata\":\\{\"model\":\"gpt-image-2-image-to-image\",\"costTime\":2}}}");
    }

    @Test
    @Documented(
            value = "providers/aivideoapi.md §3.2",
            certainty = Certainty.INFERRED,
            rule = "metadata.model is gpt-image-2-text-to-image without references",
            negativeTest = "completedTaskMatchesPage",
            of = "CompletedTask.output.metadata.model")
    void reportsTextToImageWithoutReferences() {
        String id = client.create(TEXT_TO_IMAGE).path("data.taskId");
        client.advance("2s");

        assertThat(client.task(id).getString("output.metadata.model")).isEqualTo("gpt-image-2-text-to-image");
    }

    @Test
    @Documented(
            value = "seeds/001: Query Task, Failed",
            rule = "a failed task has exactly the fields of the example: no completed_at, no output, no type",
            negativeTest = Documented.SAME,
            of = "FailedTask.*",
            witness = "Prism 5.16.0")
    void failedTaskMatchesPage() {
        String id = client.create(EDIT).path("data.taskId");
        client.fail(id);

        assertThat(client.poll(id).asString())
                .matches("\\{\"id\":\"" + id
                        + "\",\"status\":\"failed\",\"model\":\"gpt-image-2\",\"created_at\":\\d{10},"
                        + "\"error\":\\{\"code\":\"upstream_error\",\"message\":\"Generation failed\"}}");
    }

    @Test
    @Documented(
            value = "seeds/001: Query Task, Status flow",
            rule = "the status goes from pending to processing to completed",
            negativeTest = Documented.SAME,
            of = {"UnfinishedTask.status", "CompletedTask.status"})
    @Documented(
            value = "providers/aivideoapi.md §5; the page shows no unfinished task",
            certainty = Certainty.INFERRED,
            rule = "an unfinished task has id, status, model, created_at, and a progress of null",
            negativeTest = Documented.SAME,
            of = "UnfinishedTask.*")
    @Documented(
            value = "darkroom.lifecycle, a setting",
            certainty = Certainty.SCOPE,
            rule = "a task is pending for half a second and processing for one and a half",
            negativeTest = Documented.SAME)
    void statusGoesFromPendingToCompleted() {
        String id = client.create(EDIT).path("data.taskId");

        assertThat(client.poll(id).asString()).matches(unfinished(id, "pending"));
        client.advance("500ms");
        assertThat(client.poll(id).asString()).matches(unfinished(id, "processing"));
        client.advance("1499ms");
        assertThat(client.task(id).getString("status")).isEqualTo("processing");
        client.advance("1ms");
        assertThat(client.task(id).getString("status")).isEqualTo("completed");
        client.advance("24h");
        assertThat(client.task(id).getString("status")).isEqualTo("completed");
    }

    @Test
    @Documented(
            value = "seeds/001: Query Task, Status flow",
            rule = "the status goes from pending to processing to failed",
            negativeTest = Documented.SAME,
            of = {"UnfinishedTask.status", "FailedTask.status"})
    void statusGoesFromPendingToFailed() {
        String id = client.createTask("\"prompt\":\"[[fail]]\"");

        assertThat(client.task(id).getString("status")).isEqualTo("pending");
        client.advance("500ms");
        assertThat(client.task(id).getString("status")).isEqualTo("processing");
        client.advance("1500ms");
        assertThat(client.task(id).getString("status")).isEqualTo("failed");
        client.advance("24h");
        assertThat(client.task(id).getString("status")).isEqualTo("failed");
    }

    @Test
    @Documented(
            value = "seeds/001: Query Task, Completed, the URL",
            rule = "the path of an image has a date as year, month and day",
            negativeTest = Documented.SAME,
            of = "CompletedTask.output.urls")
    @Documented(
            value = "in the example, the task is created and completed on the date of the path",
            certainty = Certainty.INFERRED,
            rule = "the date in the path of an image is that of its completion",
            negativeTest = Documented.SAME,
            of = "CompletedTask.output.urls")
    void pathHasDateOfCompletion() {
        client.clock("{\"set\":\"2099-04-05T23:59:59Z\"}");
        String id = client.create(EDIT).path("data.taskId");
        client.advance("2s");

        assertThat(client.task(id).getString("output.urls[0]")).contains("/images/2099/04/06/");
    }

    @Test
    @Documented(
            value = "providers/aivideoapi.md §5; the figures of the example do not agree with each other",
            certainty = Certainty.INFERRED,
            rule = "costTime is the difference of the timestamps in whole seconds",
            negativeTest = "completedTaskMatchesPage",
            of = "CompletedTask.output.metadata.costTime")
    void costTimeIsDifferenceOfTimestamps() {
        String id = client.create(EDIT).path("data.taskId");
        client.control("POST", "/tasks/" + id + "/hold", "");
        client.advance("41s");
        client.control("POST", "/tasks/" + id + "/complete", "");

        JsonPath task = client.task(id);

        assertThat(task.getLong("completed_at") - task.getLong("created_at")).isEqualTo(41);
        assertThat(task.getLong("output.metadata.costTime")).isEqualTo(41);
    }

    private static String unfinished(String id, String status) {
        return "\\{\"id\":\"" + id + "\",\"status\":\"" + status
                + "\",\"model\":\"gpt-image-2\",\"created_at\":\\d{10},\"progress\":null}";
    }
}
