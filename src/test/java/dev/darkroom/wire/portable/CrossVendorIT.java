package dev.darkroom.wire.portable;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.darkroom.wire.client.SandboxClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One key used with two vendors. Tasks stay separate, and no response exposes the key. */
@WireTest
class CrossVendorIT {

    private static final String VIDEO_PATH = "/aivideoapi/v1/images/generations";
    private static final String GENERATE_PATH = "/aigenerate/api/v1/jobs/createTask";

    private final SandboxClient client = new SandboxClient("sk-aig-" + UUID.randomUUID());

    @Test
    void vendorDoesNotReturnTasksOfAnotherVendor() {
        client.freeze();
        String videoTask = create(VIDEO_PATH, "gpt-image-2", "p").path("data.taskId");
        String generateTask = create(GENERATE_PATH, "openai-gpt-image-1-5-text-to-image-medium", "p")
                .path("data.taskId");

        client.request()
                .get("/aigenerate/api/v1/jobs/recordInfo?taskId=task_gptimage_" + videoTask.replace("-", ""))
                .then()
                .statusCode(404);
        String uuid = generateTask.replaceAll("task_gptimage_(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
        client.request().get("/aivideoapi/v1/tasks/" + uuid).then().statusCode(404);
        client.request().get("/aivideoapi/v1/tasks/" + videoTask).then().statusCode(200);
    }

    @Test
    void warnsAboutKeyWithAnotherVendorsPrefix() {
        create(VIDEO_PATH, "gpt-image-2", "p")
                .then()
                .statusCode(200)
                .header("Darkroom-Warning", "The key begins with 'sk-aig-', like the keys of aigenerate");
        create(GENERATE_PATH, "openai-gpt-image-1-5-text-to-image-medium", "p")
                .then()
                .statusCode(200)
                .header("Darkroom-Warning", (String) null);
        given().header("Authorization", "Bearer rk_live_0123456789")
                .get("/aivideoapi/v1/credits")
                .then()
                .statusCode(401)
                .header("Darkroom-Warning", "The key begins with 'rk_live_', like the keys of reapi");
    }

    @Test
    void masksKeyInPrompt() {
        client.changeSandbox("{\"progression\":\"instant\"}");
        String id = create(VIDEO_PATH, "gpt-image-2", "my key is " + client.key).path("data.taskId");
        String url = client.request().get("/aivideoapi/v1/tasks/" + id).path("output.urls[0]");

        assertThat(given().get("/_darkroom/tasks").asString()).doesNotContain(client.key);
        assertThat(new String(given().get(url).asByteArray(), StandardCharsets.ISO_8859_1))
                .contains("my key is sk-ai")
                .doesNotContain(client.key);
    }

    @Test
    void masksKeyUsedAsFieldName() {
        SandboxClient shortKeyClient =
                new SandboxClient("sk-aig-" + UUID.randomUUID().toString().substring(0, 8));

        String headers = shortKeyClient
                .request()
                .contentType("application/json")
                .body("{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"p\"},\"" + shortKeyClient.key + "\":1}")
                .post(VIDEO_PATH)
                .headers()
                .toString();

        assertThat(headers).contains("is not a field").doesNotContain(shortKeyClient.key);
        assertThat(shortKeyClient.request().get("/_darkroom/journal").asString())
                .contains("is not a field")
                .doesNotContain(shortKeyClient.key);
    }

    @Test
    void journalAndReportUseTheVendorsIds() {
        client.changeSandbox("{\"progression\":\"instant\"}");
        String id = create(GENERATE_PATH, "openai-gpt-image-1-5-text-to-image-medium", "p")
                .path("data.taskId");
        client.request().get("/aigenerate/api/v1/jobs/recordInfo?taskId=" + id);
        client.request().get("/aigenerate/api/v1/jobs/recordInfo?taskId=" + id);

        assertThat(client.request().get("/_darkroom/journal").asString())
                .contains("\"public_id\":\"" + id + "\"", "\"X-AI-Credits-Charged\":\"4.00\"");
        assertThat(client.request().get("/_darkroom/report").asString()).contains("Task " + id + " was polled again");
    }

    @Test
    void ignoresOverlongForwardedHost() {
        client.changeSandbox("{\"progression\":\"instant\"}");
        String id = create(VIDEO_PATH, "gpt-image-2", "p").path("data.taskId");

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
