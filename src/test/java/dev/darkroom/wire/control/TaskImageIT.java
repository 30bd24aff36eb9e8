package dev.darkroom.wire.control;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.client.Contract;
import dev.darkroom.wire.openai.OpenAiClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The images of tasks, as the control API shows them. */
@WireTest
class TaskImageIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @ParameterizedTest
    @CsvSource({"png, image/png", "jpeg, image/jpeg", "webp, image/webp"})
    void showsImageInTheFormatOfItsTask(String format, String type) {
        OpenAiClient openAi = new OpenAiClient();
        openAi.changeSandbox("{\"credits\":100,\"progression\":\"instant\"}");
        List<String> images = openAi.request()
                .contentType("application/json")
                .body("{\"model\":\"gpt-image-2\",\"prompt\":\"p\",\"n\":2,\"output_format\":\"" + format + "\"}")
                .post("/openai/v1/images/generations")
                .jsonPath()
                .getList("data.b64_json");
        JsonPath task = openAi.control("GET", "/tasks", "");

        assertThat(task.getInt("tasks[0].images")).isEqualTo(2);
        assertThat(task.getString("tasks[0].format")).isEqualTo(format);
        for (int index = 0; index < 2; index++) {
            Response image = openAi.request()
                    .filter(Contract.filterFor("control"))
                    .get("/_darkroom/tasks/" + task.getString("tasks[0].id") + "/images/" + index);
            image.then().statusCode(200).contentType(type);
            assertThat(image.asByteArray()).isEqualTo(Base64.getDecoder().decode(images.get(index)));
        }
        assertThat(openAi.control("GET", "/journal", "").getList("exchanges.operation"))
                .containsExactly("create");
    }

    @Test
    void hasTheHeadersOfAFileAndNoScripts() {
        String task = completedTask();
        Response image = image(task, "0");

        image.then()
                .statusCode(200)
                .header("Content-Length", equalTo(Integer.toString(image.asByteArray().length)))
                .header("Content-Security-Policy", equalTo("default-src 'none'; sandbox"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Cache-Control", equalTo("no-cache"));
        client.request()
                .header("If-None-Match", image.header("ETag"))
                .get(path(task, "0"))
                .then()
                .statusCode(304);
        Response head = client.request().head(path(task, "0"));
        assertThat(head.header("Content-Length")).isEqualTo(image.header("Content-Length"));
        assertThat(head.header("ETag")).isEqualTo(image.header("ETag"));
        assertThat(head.contentType()).isEqualTo("image/png");
        client.request()
                .header("Range", "bytes=0-9")
                .get(path(task, "0"))
                .then()
                .statusCode(206);
    }

    @Test
    void isNotSubjectToFaultsAndExpiry() {
        String task = completedTask();
        byte[] bytes =
                given().get(client.task(task).getString("output.urls[0]")).asByteArray();
        for (String fault : List.of("missing", "corrupt", "expired", "reset")) {
            client.control(
                    "POST",
                    "/faults",
                    "{\"rules\":[{\"when\":{\"operation\":\"file\"},\"then\":{\"" + fault + "\":true}}]}");
            assertThat(image(task, "0").asByteArray()).as(fault).isEqualTo(bytes);
        }
        client.advance("1000d");

        assertThat(image(task, "0").asByteArray()).isEqualTo(bytes);
    }

    @Test
    void needsTheSandboxOfTheTask() {
        String task = completedTask();
        String handle = client.control("GET", "/sandbox", "").getString("handle");

        given().header("Darkroom-Sandbox", handle)
                .get(path(task, "0"))
                .then()
                .statusCode(200)
                .contentType("image/png");
        given().get(path(task, "0")).then().statusCode(401);
        new AiVideoApiClient().request().get(path(task, "0")).then().statusCode(404);
        image(UUID.randomUUID().toString(), "0").then().statusCode(404);
    }

    @Test
    void isMissingBeforeTheTaskIsCompleted() {
        String task = client.createTask("\"prompt\":\"p\"");
        assertMissing(task, "0", "This task has no image: its status is pending.");

        client.fail(task);
        assertMissing(task, "0", "This task has no image: its status is failed.");
        assertThat(client.control("GET", "/tasks/" + task, "").getInt("images")).isZero();
    }

    @Test
    void isMissingIfAFaultRemovesIt() {
        String task = client.createTask("\"prompt\":\"[[no_output]]\"");
        client.advance("2s");

        assertMissing(task, "0", "This task has no image: a fault has removed it.");
        JsonPath description = client.control("GET", "/tasks/" + task, "");
        assertThat(description.getString("status")).isEqualTo("completed");
        assertThat(description.getInt("images")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1", "999999999"})
    void hasNoFurtherImage(String index) {
        assertMissing(completedTask(), index, "This task has no image with this index. The last index is 0.");
    }

    @ParameterizedTest
    @CsvSource({"x", "-1", "9999999999", "0.png"})
    void rejectsInvalidIndex(String index) {
        image(completedTask(), index)
                .then()
                .statusCode(400)
                .body("error.message", equalTo("'index' is invalid. It must be the number of an image, from 0."));
    }

    private String completedTask() {
        String task = client.createTask("\"prompt\":\"p\"");
        client.advance("2s");
        return task;
    }

    private void assertMissing(String task, String index, String message) {
        image(task, index)
                .then()
                .statusCode(404)
                .body("error.code", equalTo("not_found"))
                .body("error.message", equalTo(message));
    }

    private Response image(String task, String index) {
        return client.request().filter(Contract.filterFor("control")).get(path(task, index));
    }

    private static String path(String task, String index) {
        return "/_darkroom/tasks/" + task + "/images/" + index;
    }
}
