package dev.darkroom.wire.portable;

import static dev.darkroom.wire.target.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.darkroom.wire.client.SandboxClient;
import dev.darkroom.wire.target.WireTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One key at two sellers, and what nobody but its owner should see. */
@WireTest
class CrossVendorIT {

    private static final String VIDEO = "/aivideoapi/v1/images/generations";
    private static final String GENERATE = "/aigenerate/api/v1/jobs/createTask";

    private final SandboxClient client = new SandboxClient("sk-aig-" + UUID.randomUUID());

    @Test
    void nobodyTellsOfAnothersTasks() {
        client.freeze();
        String video = create(VIDEO, "gpt-image-2", "p").path("data.taskId");
        String generate = create(GENERATE, "openai-gpt-image-1-5-text-to-image-medium", "p")
                .path("data.taskId");

        client.request()
                .get("/aigenerate/api/v1/jobs/recordInfo?taskId=task_gptimage_" + video.replace("-", ""))
                .then()
                .statusCode(404);
        String uuid = generate.replaceAll("task_gptimage_(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
        client.request().get("/aivideoapi/v1/tasks/" + uuid).then().statusCode(404);
        client.request().get("/aivideoapi/v1/tasks/" + video).then().statusCode(200);
    }

    @Test
    void aKeyThatIsMeantForAnotherIsToldOf() {
        create(VIDEO, "gpt-image-2", "p")
                .then()
                .statusCode(200)
                .header("Darkroom-Warning", "The key begins with 'sk-aig-', as those of aigenerate do");
        create(GENERATE, "openai-gpt-image-1-5-text-to-image-medium", "p")
                .then()
                .statusCode(200)
                .header("Darkroom-Warning", (String) null);
    }

    @Test
    void aKeyInAPromptIsNotShown() {
        client.set("{\"progression\":\"instant\"}");
        String id = create(VIDEO, "gpt-image-2", "my key is " + client.key).path("data.taskId");
        String url = client.request().get("/aivideoapi/v1/tasks/" + id).path("output.urls[0]");

        assertThat(given().get("/_darkroom/tasks").asString()).doesNotContain(client.key);
        assertThat(new String(given().get(url).asByteArray(), StandardCharsets.ISO_8859_1))
                .contains("my key is sk-ai")
                .doesNotContain(client.key);
    }

    @Test
    void aKeyAsTheNameOfAFieldIsNotShown() {
        SandboxClient brief =
                new SandboxClient("sk-aig-" + UUID.randomUUID().toString().substring(0, 8));

        String answer = brief.request()
                .contentType("application/json")
                .body("{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"p\"},\"" + brief.key + "\":1}")
                .post(VIDEO)
                .headers()
                .toString();

        assertThat(answer).contains("is not a field").doesNotContain(brief.key);
        assertThat(brief.request().get("/_darkroom/journal").asString())
                .contains("is not a field")
                .doesNotContain(brief.key);
    }

    @Test
    void journalAndReportSpeakAsTheVendorDoes() {
        client.set("{\"progression\":\"instant\"}");
        String id = create(GENERATE, "openai-gpt-image-1-5-text-to-image-medium", "p")
                .path("data.taskId");
        client.request().get("/aigenerate/api/v1/jobs/recordInfo?taskId=" + id);
        client.request().get("/aigenerate/api/v1/jobs/recordInfo?taskId=" + id);

        assertThat(client.request().get("/_darkroom/journal").asString())
                .contains("\"public_id\":\"" + id + "\"", "\"X-AI-Credits-Charged\":\"4.00\"");
        assertThat(client.request().get("/_darkroom/report").asString()).contains("Task " + id + " was polled again");
    }

    @Test
    void aHostThatIsTooLongForOneIsNotKept() {
        client.set("{\"progression\":\"instant\"}");
        String id = create(VIDEO, "gpt-image-2", "p").path("data.taskId");

        client.request()
                .header("X-Forwarded-Host", "a".repeat(261))
                .header("X-Forwarded-Prefix", "/" + "b".repeat(200))
                .get("/aivideoapi/v1/tasks/" + id)
                .then()
                .body("output.urls[0]", containsString("http://localhost"));
    }

    private Response create(String path, String model, String prompt) {
        return client.request()
                .contentType("application/json")
                .body("{\"model\":\"" + model + "\",\"input\":{\"prompt\":\"" + prompt + "\"}}")
                .post(path);
    }
}
