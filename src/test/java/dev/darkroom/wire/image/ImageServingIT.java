package dev.darkroom.wire.image;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images support conditional requests and byte ranges (RFC 9110). */
@WireTest
class ImageServingIT {

    private final AiVideoApiClient client = new AiVideoApiClient();
    private String url;
    private Response whole;

    @BeforeEach
    void completeTask() {
        client.freeze();
        url = imageUrl("\"prompt\":\"p\"");
        whole = given().get(url);
    }

    @Test
    void sendsContentAndCachingHeaders() {
        whole.then()
                .statusCode(200)
                .header("Content-Type", "image/png")
                .header("Content-Length", equalTo(Integer.toString(whole.asByteArray().length)))
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", "no-cache")
                .header("ETag", matchesPattern("\"[0-9a-f]{16}\""))
                .header("Last-Modified", nullValue());
    }

    @Test
    void noResponseForImageCanRunScript() {
        assertCannotRunScript(whole);
        assertCannotRunScript(given().head(url));
        assertCannotRunScript(
                given().header("Range", "bytes=0-9").get(url).then().statusCode(206));
        assertCannotRunScript(
                given().header("Range", "bytes=99999999-").get(url).then().statusCode(416));
        assertCannotRunScript(
                given().header("If-None-Match", "*").get(url).then().statusCode(304));
        assertCannotRunScript(given().get(url.replace(".png", ".gif")).then().statusCode(404));
        assertThat(client.poll("unknown").header("X-Content-Type-Options")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong_type", "corrupt", "missing", "expired", "slow 10ms"})
    void noFaultyResponseForImageCanRunScript(String fault) {
        String faulty = imageUrl("\"prompt\":\"<script>alert(1)</script> [[file: " + fault + "]]\"");

        Response response = given().get(faulty);

        assertThat(response.header("Darkroom-Fault")).startsWith("file: ");
        assertCannotRunScript(response);
        assertThat(response.asString()).doesNotContain("<script");
    }

    @Test
    void returnsSameHeadersForHead() {
        Response head = given().head(url);

        head.then()
                .statusCode(200)
                .header("Content-Type", "image/png")
                .header("Content-Length", whole.header("Content-Length"))
                .header("Accept-Ranges", "bytes")
                .header("ETag", whole.header("ETag"));
        assertThat(head.asByteArray()).isEmpty();
    }

    @Test
    void honorsConditionalRequests() {
        String tag = whole.header("ETag");
        for (String condition : List.of(tag, "\"other\", " + tag, "*", "W/" + tag)) {
            Response notModified = given().header("If-None-Match", condition).get(url);

            notModified.then().statusCode(304).header("ETag", tag);
            assertThat(notModified.asByteArray()).isEmpty();
        }
        given().header("If-Match", "\"other\", " + tag).get(url).then().statusCode(200);
        given().header("If-None-Match", tag).head(url).then().statusCode(304);
        given().header("If-None-Match", "\"other\"").get(url).then().statusCode(200);
        given().header("If-None-Match", tag.replaceFirst("\"", "\"W/"))
                .get(url)
                .then()
                .statusCode(200);
        given().header("If-Match", "\"other\"").get(url).then().statusCode(412);
    }

    /**
     * @param from the first byte, counted from the end if negative
     * @param to the byte after the last one; -1 for the end of the file
     */
    @ParameterizedTest
    @CsvSource({
        "bytes=0-99, 0, 100",
        "bytes=100-, 100, -1",
        "bytes=-50, -50, -1",
        "bytes=5-99999999, 5, -1",
        "bytes=0-9999999999999999999, 0, -1",
        "BYTES=0-0, 0, 1"
    })
    void servesRange(String range, int from, int to) {
        byte[] all = whole.asByteArray();
        int first = from < 0 ? all.length + from : from;
        int end = to < 0 ? all.length : to;

        Response partial = given().header("Range", range).get(url);

        partial.then()
                .statusCode(206)
                .header("Content-Type", "image/png")
                .header("Content-Range", "bytes " + first + "-" + (end - 1) + "/" + all.length);
        assertThat(partial.asByteArray()).isEqualTo(Arrays.copyOfRange(all, first, end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=99999999-", "bytes=-0", "bytes=999999999999999999-", "bytes=99999999999999999999-"})
    void rejectsUnsatisfiableRange(String range) {
        given().header("Range", range)
                .get(url)
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */" + whole.asByteArray().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=9-5", "bytes=a-b", "bytes=-", "lines=1-2", "bytes=0-1,4-5"})
    void ignoresInvalidRange(String range) {
        given().header("Range", range).get(url).then().statusCode(200).header("Content-Range", nullValue());
    }

    @Test
    void servesRangeOnlyIfIfRangeMatches() {
        given().header("Range", "bytes=0-9")
                .header("If-Range", whole.header("ETag"))
                .get(url)
                .then()
                .statusCode(206);
        for (String validator : List.of("\"other\"", "W/" + whole.header("ETag"), "Thu, 01 Jan 1970 00:00:00 GMT")) {
            given().header("Range", "bytes=0-9")
                    .header("If-Range", validator)
                    .get(url)
                    .then()
                    .statusCode(200);
        }
        given().header("Range", "bytes=0-9").head(url).then().statusCode(200);
    }

    @Test
    void returnsNotFoundAfterExpiry() {
        client.advance("24h");

        given().header("If-None-Match", whole.header("ETag")).get(url).then().statusCode(404);
        given().header("Range", "bytes=0-9").get(url).then().statusCode(404);
        given().head(url).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {".jpg", ".webp", ".PNG", "", ".png.png"})
    void reportsOtherFileExtensionAsNotFound(String extension) {
        given().get(url.replace(".png", extension))
                .then()
                .statusCode(404)
                .body("error.type", equalTo("invalid_request_error"));
    }

    private static void assertCannotRunScript(Response response) {
        assertCannotRunScript(response.then());
    }

    private static void assertCannotRunScript(ValidatableResponse response) {
        response.header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    private String imageUrl(String input) {
        String id = client.createTask(input);
        client.advance("2s");
        return client.task(id).getString("output.urls[0]");
    }
}
