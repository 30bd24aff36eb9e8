package dev.darkroom.sample;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a vendor unlike the built-in ones can do: take uploads, limit images, allow larger bodies, and send errors
 * without a body.
 */
@QuarkusTest
@Isolated
@TestProfile(SampleVendorProfile.class)
class SampleVendorTest {

    private static final int MEGABYTE = 1 << 20;
    private static final String TOO_LARGE =
            "413 {\"error\":\"The request body has more than 4194304 bytes, the limit of the sample vendor.\"}";

    private final String key = "smp-" + UUID.randomUUID();

    /** Two vendors have the path, so the request decides. */
    @Test
    void requestDecidesWhoServesPathOfSeveralVendors() {
        assertThat(given().header("X-Sample", "1").get("/v1/tasks/x").header("Darkroom-Dialect"))
                .isEqualTo(SampleDialect.NAME);
        assertThat(given().header("Authorization", "Bearer " + key)
                        .get("/v1/tasks/x")
                        .header("Darkroom-Dialect"))
                .isEqualTo(SampleDialect.NAME);
        assertThat(given().get("/v1/tasks/x").header("Darkroom-Dialect")).isEqualTo("aivideoapi");
    }

    @Test
    void readsTextsAndUploads() {
        Form form = new Form()
                .text("prompt", "é \r\n b")
                .image("a b.png", new byte[] {1, 2, 3})
                .image("日本.png", new byte[0]);

        assertThat(post(EditsResource.PATH, fixed(form.bytes())))
                .isEqualTo("200 {\"prompt\":\"é \\r\\n b\",\"images\":[{\"name\":\"a b.png\",\"type\":\"image/png\","
                        + "\"bytes\":3},{\"name\":\"日本.png\",\"type\":\"image/png\",\"bytes\":0}]}");
    }

    @Test
    void rejectsMalformedFormWithVendorsError() {
        assertThat(post(EditsResource.PATH, BodyPublishers.ofString("--b\r\nnonsense")))
                .isEqualTo("400 {\"error\":\"The multipart body ends before its closing boundary.\"}");
    }

    @Test
    void createsTaskFromForm() {
        Form form = new Form()
                .text("model", "sample-1")
                .text("prompt", "p")
                .text("n", "2")
                .image("a.png", new byte[] {1})
                .image("b.png", new byte[] {2, 3});

        assertThat(post(SampleGenerationsResource.PATH, fixed(form.bytes())))
                .startsWith("200 ")
                .endsWith("\"references\":2}");
        assertThat(onlyTask().getString("prompt")).isEqualTo("p");
    }

    @Test
    void createsTaskFromJson() {
        assertThat(create("{\"model\":\"sample-1\",\"prompt\":\"p\"}", "application/json"))
                .startsWith("200 ")
                .endsWith("\"references\":0}");
    }

    @Test
    void checksFormLikeJson() {
        Form withoutPrompt = new Form().text("model", "sample-1");
        Form wrongNumber =
                new Form().text("model", "sample-1").text("prompt", "p").text("n", "11");

        assertThat(post(SampleGenerationsResource.PATH, fixed(withoutPrompt.bytes())))
                .startsWith("400 {\"error\":\"prompt: ");
        assertThat(post(SampleGenerationsResource.PATH, fixed(wrongNumber.bytes())))
                .startsWith("400 {\"error\":\"n: ");
        assertThat(post(SampleGenerationsResource.PATH, BodyPublishers.ofString("--b\r\nnonsense")))
                .isEqualTo("400 {\"error\":\"The multipart body ends before its closing boundary.\"}");
        assertThat(create("p", "text/plain"))
                .isEqualTo("400 {\"error\":\"The 'Content-Type' header must be 'application/json' or "
                        + "'multipart/form-data'.\"}");
    }

    /** The limit is five images: the rejected request uses none of them. */
    @Test
    void countsImagesAgainstRateLimit() {
        request()
                .body("{\"rate_limit\":{\"requests\":5,\"window\":\"60s\"}}")
                .put("/_darkroom/sandbox")
                .then()
                .statusCode(200);

        assertThat(create(imagesOfSample(3), "application/json")).startsWith("200 ");
        assertThat(create(imagesOfSample(3), "application/json")).startsWith("429 ");
        assertThat(create(imagesOfSample(2), "application/json")).startsWith("200 ");
        assertThat(create("no JSON", "application/json")).startsWith("429 ");
    }

    @ParameterizedTest
    @ValueSource(ints = {MEGABYTE / 2, MEGABYTE + 1, 3 * MEGABYTE})
    void acceptsBodiesUpToLimitOfOperation(int length) {
        byte[] body = upload(length);

        assertThat(post(EditsResource.PATH, fixed(body))).startsWith("200 ").endsWith("\"bytes\":" + length + "}]}");
        assertThat(lastExchange().getMap("request.headers")).containsEntry("Content-Length", "" + body.length);
    }

    @Test
    void acceptsChunkedBodyUpToLimitOfOperation() {
        assertThat(post(EditsResource.PATH, chunked(upload(2 * MEGABYTE))))
                .startsWith("200 ")
                .endsWith("\"bytes\":" + 2 * MEGABYTE + "}]}");
    }

    @Test
    void rejectsBodyOverLimitOfOperation() {
        byte[] body = upload(SampleBodyLimits.MAX_BYTES);

        assertThat(post(EditsResource.PATH, fixed(body))).isEqualTo(TOO_LARGE);
        assertThat(post(EditsResource.PATH, chunked(body))).isEqualTo(TOO_LARGE);
    }

    @Test
    void keepsGeneralLimitForOtherOperations() {
        byte[] body = upload(MEGABYTE + 1);

        assertThat(post(EditsResource.PATH + "/stream", fixed(body)))
                .contains("1048576 bytes, the limit of darkroom.limits.body");
        assertThat(post(EditsResource.PATH + "/stream", chunked(body)))
                .contains("1048576 bytes, the limit of darkroom.limits.body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sample/v1/tasks/no-such-task", "/sample/no/such/path"})
    void sendsErrorWithoutBody(String path) {
        request()
                .get(path)
                .then()
                .statusCode(404)
                .header("Content-Type", nullValue())
                .header("Content-Length", "0")
                .header("X-Sample", "not-found")
                .body(emptyString());
        assertThat(lastExchange().getInt("answer.status")).isEqualTo(404);
    }

    @Test
    void injectsErrorWithoutBody() {
        faults("{\"name\":\"rule\",\"when\":{\"operation\":\"poll\"},\"then\":{\"error\":\"task_not_found\"}}");
        request()
                .get("/sample/v1/tasks/x")
                .then()
                .statusCode(404)
                .header("Content-Type", nullValue())
                .header("Content-Length", "0")
                .header("Darkroom-Fault", "rule")
                .body(emptyString());
    }

    private static byte[] upload(int length) {
        return new Form().text("prompt", "p").image("a.png", new byte[length]).bytes();
    }

    private static BodyPublisher fixed(byte[] body) {
        return BodyPublishers.ofByteArray(body);
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    private static String imagesOfSample(int count) {
        return "{\"model\":\"sample-1\",\"prompt\":\"p\",\"n\":" + count + "}";
    }

    private String create(String body, String contentType) {
        return post(SampleGenerationsResource.PATH, BodyPublishers.ofString(body), contentType);
    }

    private String post(String path, BodyPublisher body) {
        return post(path, body, Form.TYPE);
    }

    /** The status and the body of the response. */
    private String post(String path, BodyPublisher body, String contentType) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", contentType)
                .POST(body)
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient()
                .sendAsync(request, BodyHandlers.ofString())
                .join();
        return response.statusCode() + " " + response.body();
    }

    private RequestSpecification request() {
        return given().header("Authorization", "Bearer " + key);
    }

    private void faults(String rule) {
        request()
                .body("{\"rules\":[" + rule + "]}")
                .post("/_darkroom/faults")
                .then()
                .statusCode(200);
    }

    private JsonPath onlyTask() {
        JsonPath tasks = request().get("/_darkroom/tasks").jsonPath();
        assertThat(tasks.getList("tasks")).hasSize(1);
        return tasks.setRootPath("tasks[0]");
    }

    private JsonPath lastExchange() {
        JsonPath journal = request().get("/_darkroom/journal").jsonPath();
        return journal.setRootPath("exchanges[-1]");
    }
}
