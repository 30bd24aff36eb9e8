package dev.darkroom.wire.portable;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.darkroom.wire.client.SandboxClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
        String response = "/openai/v1/responses/resp_" + videoTask.replace("-", "");
        client.request().get(response).then().statusCode(404);
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
        given().header("Authorization", "Bearer sk-proj-0123456789")
                .get("/aivideoapi/v1/credits")
                .then()
                .header("Darkroom-Warning", "The key begins with 'sk-proj-', like the keys of openai");
        client.request()
                .get("/openai/v1/models")
                .then()
                .header("Darkroom-Warning", "The key begins with 'sk-aig-', like the keys of aigenerate");
    }

    @ParameterizedTest
    @MethodSource("dev.darkroom.wire.portable.Vendors#all")
    void masksKeyInPrompt(VendorClient vendor) {
        SandboxClient account = vendor.account();
        account.changeSandbox("{\"progression\":\"instant\"}");
        byte[] image = vendor.submit("my key is " + account.key).image().orElseThrow();

        assertThat(account.request().get("/_darkroom/journal").asString()).doesNotContain(account.key);
        assertThat(tasksOfAllSandboxes())
                .contains("my key is " + account.key.substring(0, 5))
                .doesNotContain(account.key);
        assertThat(new String(image, StandardCharsets.ISO_8859_1))
                .contains("my key is " + account.key.substring(0, 5))
                .doesNotContain(account.key);
    }

    /** Longer keys would not fit into the warning. */
    static Stream<VendorClient> vendorsWithShortKeys() {
        return Vendors.withKeys(UUID.randomUUID().toString().substring(0, 8));
    }

    @ParameterizedTest
    @MethodSource("vendorsWithShortKeys")
    void masksKeyUsedAsFieldName(VendorClient vendor) {
        SandboxClient account = vendor.account();
        String body = vendor.bodyTemplate().formatted("p").replaceFirst("\\{", "{\"" + account.key + "\":1,");

        Response response = account.request()
                .contentType("application/json")
                .body(body)
                .post("/" + vendor.name() + vendor.createPath());

        assertThat(response.headers().toString()).contains("is not a field").doesNotContain(account.key);
        assertThat(account.request().get("/_darkroom/journal").asString())
                .contains("is not a field")
                .doesNotContain(account.key);
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

    private static String tasksOfAllSandboxes() {
        StringBuilder tasks = new StringBuilder();
        String cursor = "";
        while (cursor != null) {
            Response page = given().get("/_darkroom/tasks?limit=1000" + cursor);
            tasks.append(page.asString());
            cursor = page.path("next_cursor") == null ? null : "&cursor=" + page.path("next_cursor");
        }
        return tasks.toString();
    }

    private Response create(String path, String model, String prompt) {
        return client.request()
                .contentType("application/json")
                .body("{\"model\":\"" + model + "\",\"input\":{\"prompt\":\"" + prompt + "\"}}")
                .post(path);
    }
}
