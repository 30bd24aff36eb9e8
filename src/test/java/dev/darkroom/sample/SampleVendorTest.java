package dev.darkroom.sample;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a vendor unlike the built-in ones can do: take uploads, allow larger bodies, and send errors without a body. */
@QuarkusTest
@TestProfile(SampleVendorProfile.class)
class SampleVendorTest {

    private static final int MEGABYTE = 1 << 20;

    private final String key = "smp-" + UUID.randomUUID();

    @Test
    void readsTextsAndUploads() {
        request()
                .multiPart("prompt", "é \r\n b")
                .multiPart("image[]", "a \"b\".png", new byte[] {1, 2, 3}, "image/png")
                .multiPart("image[]", "b.webp", new byte[0], "image/webp")
                .post(EditsResource.PATH)
                .then()
                .statusCode(200)
                .body("prompt", equalTo("é \r\n b"))
                .body("images.bytes", equalTo(List.of(3, 0)))
                .body("images.type", equalTo(List.of("image/png", "image/webp")));
    }

    @Test
    void rejectsMalformedFormWithVendorsError() {
        request()
                .header("Content-Type", "multipart/form-data; boundary=b")
                .body("--b\r\nnonsense")
                .post(EditsResource.PATH)
                .then()
                .statusCode(400)
                .body("error", equalTo("The multipart body ends before its closing boundary."));
    }

    @ParameterizedTest
    @ValueSource(ints = {MEGABYTE / 2, MEGABYTE + 1, 3 * MEGABYTE})
    void acceptsBodiesUpToLimitOfOperation(int length) {
        upload(length).then().statusCode(200).body("images[0].bytes", equalTo(length));
        assertThat(lastExchange().getString("request.headers.Content-Length")).isNotNull();
    }

    @Test
    void acceptsChunkedBodyUpToLimitOfOperation() {
        byte[] body = new byte[2 * MEGABYTE];
        request()
                .header("Content-Type", "multipart/form-data; boundary=b")
                .body(new SequenceInputStream(
                        new ByteArrayInputStream(
                                ("--b\r\nContent-Disposition: form-data; name=\"image[]\"; filename=\"a\"\r\n\r\n").getBytes(StandardCharsets.US_ASCII)),
                        new SequenceInputStream(
                                new ByteArrayInputStream(body),
                                new ByteArrayInputStream("\r\n--b--".getBytes(StandardCharsets.US_ASCII)))))
                .post(EditsResource.PATH)
                .then()
                .statusCode(200)
                .body("images[0].bytes", equalTo(body.length));
    }

    @Test
    void rejectsBodyOverLimitOfOperation() {
        upload(SampleBodyLimits.MAX_BYTES).then().statusCode(413).body("error", equalTo("The request body is too large."));
    }

    @Test
    void keepsGeneralLimitForOtherOperations() {
        request()
                .multiPart("image[]", "a", new byte[MEGABYTE + 1])
                .post(EditsResource.PATH + "/stream")
                .then()
                .statusCode(413);
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

    private Response upload(int length) {
        return request().multiPart("image[]", "a.png", new byte[length]).post(EditsResource.PATH);
    }

    private RequestSpecification request() {
        return given().header("Authorization", "Bearer " + key);
    }

    private void faults(String rule) {
        request().body("{\"rules\":[" + rule + "]}").post("/_darkroom/faults").then().statusCode(200);
    }

    private JsonPath lastExchange() {
        JsonPath journal = request().get("/_darkroom/journal").jsonPath();
        return journal.setRootPath("exchanges[-1]");
    }
}
