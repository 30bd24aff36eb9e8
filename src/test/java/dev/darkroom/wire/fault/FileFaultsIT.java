package dev.darkroom.wire.fault;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.client.RawResponse;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults injected into image downloads. */
@WireTest
class FileFaultsIT {

    private final AiVideoApiClient client = new AiVideoApiClient();
    private String url;

    @BeforeEach
    void completeTask() {
        client.freeze();
        url = imageUrl("p");
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "missing"})
    void hidesImageWhileRuleIsActive(String fault) {
        addRule("{\"" + fault + "\":true}");

        given().get(url).then().statusCode(404).header("Darkroom-Fault", "rule");
        client.control("DELETE", "/faults", "");
        given().get(url).then().statusCode(200).header("Darkroom-Fault", (String) null);
    }

    @Test
    void makesImageUndecodable() throws IOException {
        byte[] original = given().get(url).asByteArray();
        addRule("{\"corrupt\":true}");
        Response response = given().get(url);

        response.then().statusCode(200).contentType("image/png");
        assertThat(response.asByteArray())
                .hasSameSizeAs(original)
                .startsWith(0x89, 'P', 'N', 'G')
                .isNotEqualTo(original);
        assertThat(ImageIO.read(new ByteArrayInputStream(original))).isNotNull();
        assertThat(isDecodable(response.asByteArray())).isFalse();
    }

    @Test
    void corruptsRangeLikeWholeImage() {
        addRule("{\"corrupt\":true}");
        byte[] whole = given().get(url).asByteArray();
        byte[] part = given().header("Range", "bytes=100-199").get(url).asByteArray();

        assertThat(part).isEqualTo(Arrays.copyOfRange(whole, 100, 200));
    }

    @Test
    void sendsWrongContentType() {
        byte[] original = given().get(url).asByteArray();
        addRule("{\"wrong_type\":true}");

        Response response = given().get(url);
        response.then().statusCode(200).contentType("text/html");
        assertThat(response.asByteArray()).isEqualTo(original);
    }

    @Test
    void sendsImageSlowly() throws IOException {
        addRule("{\"slow\":\"400ms\"}");
        Instant start = Instant.now();
        RawResponse response = RawResponse.toGet(client, url.substring(url.indexOf("/images/")));

        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(response.body()).hasSize(response.contentLength());
        JsonPath download = client.control("GET", "/journal?limit=1", "");
        assertThat(download.getInt("exchanges[0].answer.body_bytes")).isEqualTo(response.contentLength());
        assertThat(download.getString("exchanges[0].answer.body")).isNull();
    }

    @Test
    void resetsConnectionDuringDownload() throws IOException {
        addRule("{\"reset\":0.5}");
        RawResponse response = RawResponse.toGet(client, url.substring(url.indexOf("/images/")));

        assertThat(response.wasReset()).isTrue();
        assertThat(response.body().length()).isBetween(1, response.contentLength() - 1);
    }

    @Test
    void returnsVendorErrorForDownload() {
        addRule("{\"error\":\"upstream_error\"}");

        given().get(url).then().statusCode(503).header("Darkroom-Fault", "rule").contentType("application/json");
    }

    @Test
    void ignoresRulesForRequests() {
        client.control("POST", "/faults", "{\"rules\":[{\"then\":{\"reset\":true}}]}");

        given().get(url).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[file: expired]]", "[[file: missing]]"})
    void hidesImageOnPromptTrigger(String trigger) {
        given().get(imageUrl(trigger))
                .then()
                .statusCode(404)
                .header("Darkroom-Fault", trigger.substring(2, trigger.length() - 2) + " in the prompt");
    }

    @Test
    void altersImageOnPromptTrigger() throws IOException {
        assertThat(isDecodable(given().get(imageUrl("[[file: corrupt]]")).asByteArray()))
                .isFalse();
        given().get(imageUrl("[[file: wrong_type application/pdf]]")).then().contentType("application/pdf");
    }

    private String imageUrl(String prompt) {
        String task = client.createTask("\"prompt\":\"" + prompt + "\"");
        client.advance("2s");
        return client.task(task).getString("output.urls[0]");
    }

    private static boolean isDecodable(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file)) != null;
        } catch (IOException | RuntimeException undecodable) {
            return false;
        }
    }

    private void addRule(String then) {
        client.control(
                "POST",
                "/faults",
                "{\"rules\":[{\"name\":\"rule\",\"when\":{\"operation\":\"file\"},\"then\":" + then + "}]}");
    }
}
