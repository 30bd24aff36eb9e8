package dev.darkroom.wire.aivideoapi;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.settings.ChangedVendorSettings;
import io.restassured.response.Response;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ratio that {@code aspect_ratio} auto picks if {@code darkroom.aivideoapi.auto-ratio} is true. */
@ChangedVendorSettings
class AutoRatioIT {

    private static final String END = "; this rule is inferred, and darkroom.aivideoapi.auto-ratio=false turns it off";

    private final AiVideoApiClient client = new AiVideoApiClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    @Documented(
            value = "darkroom.aivideoapi.auto-ratio; only another vendor's page says that auto picks, seeds/002",
            certainty = Certainty.SCOPE,
            rule = "with the setting auto-ratio, auto picks the ratio from the prompt; so does a missing ratio",
            of = "Input.aspect_ratio",
            negativeTest = "ratioInRequestIgnoresPrompt")
    void autoAndMissingRatioPickRatioFromPrompt() {
        Response auto = client.createFrom("\"prompt\":\"a cat, 3 : 4\",\"aspect_ratio\":\"auto\"");
        Response missing = client.createFrom("\"prompt\":\"a vertical cat\",\"resolution\":\"2k\"");

        assertThat(auto.header("Darkroom-Warning"))
                .isEqualTo("`aspect_ratio` auto became 3:4 because the prompt says `3:4`" + END);
        assertThat(missing.header("Darkroom-Warning"))
                .isEqualTo("`aspect_ratio` auto became 9:16 because the prompt says `vertical`" + END);
        assertThat(size(auto)).isEqualTo("768x1024");
        assertThat(size(missing)).isEqualTo("1152x2048");
    }

    @Test
    void ratioInRequestIgnoresPrompt() {
        Response created = client.createFrom("\"prompt\":\"a cat, 16:9\",\"aspect_ratio\":\"1:1\"");

        assertThat(created.header("Darkroom-Warning")).isNull();
        assertThat(size(created)).isEqualTo("1024x1024");
    }

    @Test
    @Documented(
            value = "darkroom.aivideoapi.auto-ratio; only another vendor's page says that auto picks, seeds/002",
            certainty = Certainty.SCOPE,
            rule = "with the setting auto-ratio, auto picks the nearest ratio to the first reference, if it is an"
                    + " image of Darkroom or a data: URI",
            of = "Input.image_urls",
            negativeTest = Documented.SAME)
    void autoPicksRatioOfFirstReference() {
        String id = client.createTask("\"prompt\":\"p\",\"aspect_ratio\":\"5:4\"");
        client.advance("2s");
        String url = client.task(id).getString("output.urls[0]");
        String data = "data:image/png;base64,"
                + Base64.getEncoder().encodeToString(given().get(url).asByteArray());

        for (String reference : new String[] {url, data}) {
            Response edit = client.createFrom("\"image_urls\":[\"" + reference + "\"]");
            assertThat(edit.header("Darkroom-Warning"))
                    .isEqualTo("`aspect_ratio` auto became 5:4 because the first reference has 1280x1024 pixels" + END);
            assertThat(size(edit)).isEqualTo("1280x1024");
        }
        Response foreign = client.createFrom("\"image_urls\":[\"https://e.com/a.png\"]");
        assertThat(foreign.header("Darkroom-Warning")).contains("the size of the first reference is unknown");
        assertThat(size(foreign)).isEqualTo("1024x1024");
    }

    private String size(Response created) {
        String id = created.then().statusCode(200).extract().path("data.taskId");
        return client.control("GET", "/tasks/" + id, "").getString("size");
    }
}
