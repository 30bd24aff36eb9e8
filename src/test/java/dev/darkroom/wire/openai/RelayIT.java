package dev.darkroom.wire.openai;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lenient profile of relays. */
@WireTest(settings = "darkroom.openai.profile=relay")
class RelayIT {

    private final OpenAiClient client = new OpenAiClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.instant();
    }

    @Test
    @Documented(
            value = "providers/openai.md §12: relays answer url",
            rule = "a relay sends a URL in place of the image if the request wants it",
            negativeTest = "sendsImageByDefault",
            dialect = "openai",
            certainty = Certainty.MEASURED,
            of = "Image.url")
    void sendsUrlIfRequested() {
        Response response = client.generateWith("\"response_format\":\"url\"");
        String url = response.path("data[0].url");

        assertThat(response.<String>path("data[0].b64_json")).isNull();
        assertThat(response.header("Darkroom-Warning")).isNull();
        given().get(url).then().statusCode(200).contentType("image/png");
    }

    @Test
    void ignoresUnknownParametersOfTool() {
        Response response =
                client.post(OpenAiClient.RESPONSES, OpenAiClient.responseBody("p", "\"style\":\"vivid\",\"n\":3", ""));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.jsonPath().getList("output")).hasSize(1);
        assertThat(response.<Integer>path("usage.output_tokens")).isEqualTo(196);
    }

    @Test
    void sendsImageByDefault() {
        Response response = client.generateWith("\"style\":\"vivid\"");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("Darkroom-Warning")).isEqualTo("`style` is not a field of the request");
        assertThat(response.<String>path("data[0].url")).isNull();
        assertThat(response.<String>path("data[0].b64_json")).startsWith("iVBORw0KGgo");
    }
}
