package dev.darkroom.wire.getimg;

import static dev.darkroom.wire.getimg.ErrorAssertions.assertRefused;
import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed download URLs, which need no key and expire. */
@WireTest
class DownloadIT {

    private static final String INVALID_SIGNATURE = "The signature of the download URL is missing or wrong.";

    private final GetImgClient client = new GetImgClient();
    private String url;

    @BeforeEach
    void generate() {
        client.freezeAndFinishTasksInstantly();
        url = urlOf("p");
    }

    @Test
    @Documented(
            value = "providers/getimg.md §4: no bearer token, because the URL is signed",
            rule = "serves the image without a key, and with any key",
            negativeTest = "rejectsInvalidSignature",
            dialect = "getimg",
            certainty = Certainty.INFERRED)
    void servesImageWithoutKey() {
        given().get(url).then().statusCode(200).contentType("image/jpeg");
        given().header("Authorization", "Bearer sk_other").get(url).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "&sig=, &sig=0",
        "&sig=[0-9a-f]+, ''",
        "&sig=[0-9a-f]+, &sig=",
        "exp=\\d+&, ''",
        "exp=\\d+, exp=99999999999",
        "exp=, exp=0",
        "exp=\\d+, exp=1e9",
        "exp=\\d+, exp=-1",
        "/0\\?, /1?",
        "/0\\?, /00?",
        "/0\\?, /x?",
        "/0\\?, /-1?"
    })
    @Documented(
            value = "providers/getimg.md §4: 403",
            rule = "rejects a URL whose signature is missing or wrong",
            negativeTest = "servesImageWithoutKey",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "permission_denied")
    void rejectsInvalidSignature(String part, String replacement) {
        Response refused = get(url.replaceFirst(part, replacement));

        assertRefused(refused, 403, "permission_denied", null, INVALID_SIGNATURE);
    }

    @Test
    @Documented(
            value = "the signature is of one URL",
            rule = "rejects the signature of another image",
            negativeTest = "servesImageWithoutKey",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "permission_denied")
    void rejectsSignatureOfAnotherImage() {
        String otherUrl = urlOf("p");

        assertRefused(
                get(url.replaceFirst("\\?.*", otherUrl.substring(otherUrl.indexOf('?')))), 403, "permission_denied");
    }

    @Test
    @Documented(
            value = "providers/getimg.md §4: the URL is valid until then",
            rule = "the URL serves the image until deletes_at, and not later",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            of = "Picture.deletes_at")
    @Documented(
            value = "providers/getimg.md §4: then 403",
            rule = "an expired URL is a permission_denied error",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "permission_denied")
    void rejectsExpiredUrl() {
        JsonPath image = client.generateFrom("p").jsonPath();
        url = image.getString("data[0].url");
        Instant deletesAt = Instant.parse(image.getString("data[0].deletes_at"));
        client.clock("{\"set\":\"" + deletesAt.minusMillis(1) + "\"}");
        get(url).then().statusCode(200);
        client.clock("{\"set\":\"" + deletesAt + "\"}");

        assertRefused(get(url), 403, "permission_denied", null, "The download URL has expired.");
        assertRefused(given().header("If-None-Match", "*").get(url), 403, "permission_denied");
        assertThat(given().head(url).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "req-01JX3N8Q4V5T6Y7Z8A9B0C1D2E",
                "req-91JX3N8Q4V5T6Y7Z8A9B0C1D2E",
                "req-01jx3n8q4v5t6y7z8a9b0c1d2e",
                "x",
                "%00"
            })
    @Documented(
            value = "providers/getimg.md §5: not_found is a proposal",
            negativeTest = "servesImageWithoutKey",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "not_found")
    void reportsUnknownImageAsNotFound(String id) {
        assertRefused(get(url.replaceFirst("req-[0-9A-Z]+", id)), 404, "not_found", null, "There is no such file.");
    }

    @Test
    void resetDeletesImages() {
        client.control("DELETE", "/sandbox", "");

        assertRefused(get(url), 404, "not_found");
    }

    @Test
    void servesRangesConditionsAndHead() {
        Response whole = given().get(url);
        byte[] bytes = whole.asByteArray();

        whole.then().header("Content-Length", Integer.toString(bytes.length)).header("Accept-Ranges", "bytes");
        Response part = given().header("Range", "bytes=10-19").get(url);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(bytes, 10, 20));
        given().header("If-None-Match", whole.header("ETag")).get(url).then().statusCode(304);
        Response head = given().head(url);
        head.then().statusCode(200).header("Content-Length", Integer.toString(bytes.length));
        assertThat(given().get(url).asByteArray()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"expired, 403, permission_denied", "missing, 404, not_found"})
    void faultHidesImage(String fault, int status, String code) {
        client.setFaultRule("\"operation\":\"file\"", "\"" + fault + "\":true");
        assertRefused(get(url), status, code);
        assertThat(get(url).header("Darkroom-Fault")).isEqualTo("rule");

        client.control("DELETE", "/faults", "");
        assertRefused(get(urlOf("[[file: " + fault + "]]")), status, code);
        get(url).then().statusCode(200);
    }

    @Test
    void faultCorruptsImage() {
        byte[] intact = given().get(url).asByteArray();
        client.setFaultRule("\"operation\":\"file\"", "\"corrupt\":true");

        assertThat(given().get(url).asByteArray()).hasSameSizeAs(intact).isNotEqualTo(intact);
        client.setFaultRule("\"operation\":\"file\"", "\"error\":\"internal_error\"");
        assertRefused(get(url), 500, "internal_error");
    }

    private String urlOf(String prompt) {
        return client.generateFrom(prompt).then().statusCode(200).extract().path("data[0].url");
    }

    /** Sends the URL unchanged and without a key. */
    private static Response get(String url) {
        return given().urlEncodingEnabled(false).get(url);
    }
}
