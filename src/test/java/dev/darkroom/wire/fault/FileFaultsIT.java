package dev.darkroom.wire.fault;

import static dev.darkroom.wire.target.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.client.RawResponse;
import dev.darkroom.wire.target.WireTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What faults do to pictures. */
@WireTest
class FileFaultsIT {

    private final AiVideoApiClient client = new AiVideoApiClient();
    private String url;

    @BeforeEach
    void completeATask() {
        client.freeze();
        url = urlOf("p");
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "missing"})
    void aPictureIsNotThere(String fault) {
        plant("{\"" + fault + "\":true}");

        given().get(url).then().statusCode(404).header("Darkroom-Fault", "rule");
        client.control("DELETE", "/faults", "");
        given().get(url).then().statusCode(200).header("Darkroom-Fault", (String) null);
    }

    @Test
    void aPictureCannotBeDecoded() throws IOException {
        byte[] right = given().get(url).asByteArray();
        plant("{\"corrupt\":true}");
        Response wrong = given().get(url);

        wrong.then().statusCode(200).contentType("image/png");
        assertThat(wrong.asByteArray())
                .hasSameSizeAs(right)
                .startsWith(0x89, 'P', 'N', 'G')
                .isNotEqualTo(right);
        assertThat(ImageIO.read(new ByteArrayInputStream(right))).isNotNull();
        assertThat(isPicture(wrong.asByteArray())).isFalse();
    }

    @Test
    void aPartOfADamagedPictureIsDamaged() {
        plant("{\"corrupt\":true}");
        byte[] whole = given().get(url).asByteArray();
        byte[] part = given().header("Range", "bytes=100-199").get(url).asByteArray();

        assertThat(part).isEqualTo(java.util.Arrays.copyOfRange(whole, 100, 200));
    }

    @Test
    void aPictureIsSaidToBeSomethingElse() {
        byte[] right = given().get(url).asByteArray();
        plant("{\"wrong_type\":true}");

        Response wrong = given().get(url);
        wrong.then().statusCode(200).contentType("text/html");
        assertThat(wrong.asByteArray()).isEqualTo(right);
    }

    @Test
    void aPictureComesSlowly() throws IOException {
        plant("{\"slow\":\"400ms\"}");
        Instant start = Instant.now();
        RawResponse answer = RawResponse.toGet(client, url.substring(url.indexOf("/images/")));

        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(answer.body()).hasSize(answer.announced());
    }

    @Test
    void aDownloadBreaksOff() throws IOException {
        plant("{\"reset\":0.5}");
        RawResponse answer = RawResponse.toGet(client, url.substring(url.indexOf("/images/")));

        assertThat(answer.wasReset()).isTrue();
        assertThat(answer.body().length()).isBetween(1, answer.announced() - 1);
    }

    @Test
    void aDownloadMeetsAnErrorOfTheApi() {
        plant("{\"error\":\"upstream_error\"}");

        given().get(url).then().statusCode(503).header("Darkroom-Fault", "rule").contentType("application/json");
    }

    @Test
    void aRuleAboutRequestsLeavesPicturesAlone() {
        client.control("POST", "/faults", "{\"rules\":[{\"then\":{\"reset\":true}}]}");

        given().get(url).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[file: expired]]", "[[file: missing]]"})
    void aPromptHidesItsPicture(String trigger) {
        given().get(urlOf(trigger))
                .then()
                .statusCode(404)
                .header("Darkroom-Fault", trigger.substring(2, trigger.length() - 2) + " in the prompt");
    }

    @Test
    void aPromptSpoilsItsPicture() throws IOException {
        assertThat(isPicture(given().get(urlOf("[[file: corrupt]]")).asByteArray()))
                .isFalse();
        given().get(urlOf("[[file: wrong_type application/pdf]]")).then().contentType("application/pdf");
    }

    private String urlOf(String prompt) {
        String task = client.createTask("\"prompt\":\"" + prompt + "\"");
        client.advance("2s");
        return client.task(task).getString("output.urls[0]");
    }

    private static boolean isPicture(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes)) != null;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private void plant(String then) {
        client.control(
                "POST",
                "/faults",
                "{\"rules\":[{\"name\":\"rule\",\"when\":{\"operation\":\"file\"},\"then\":" + then + "}]}");
    }
}
