package dev.darkroom.wire.getimg;

import static dev.darkroom.wire.getimg.ErrorAssertions.assertRefused;
import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings with values other than their defaults. */
@WireTest(
        settings = {
            "darkroom.getimg.url-expiry=10m",
            "darkroom.getimg.strict=true",
            "darkroom.getimg.data-uris=true",
            "darkroom.sandbox.credits=7.5",
            "darkroom.sandbox.rate-limit.requests=3",
            "darkroom.sandbox.rate-limit.window=1m",
            "darkroom.sandbox.concurrency=2",
            "darkroom.getimg.checks=key,body,model,rate,ip,fault,balance,spend"
        })
class SettingsIT {

    private final GetImgClient client = new GetImgClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.freezeAndFinishTasksInstantly();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"n\":2', n",
        "'\"callback_url\":\"https://e.com\"', callback_url",
        "'\"images\":[{\"url\":\"https://e.com/a.png\",\"type\":1}]', images[0].type"
    })
    @Documented(
            value = "another reading of what the vendor does, behind darkroom.getimg.strict",
            rule = "strict mode rejects an unknown field",
            negativeTest = "BodyIT.ignoresUnknownFieldWithWarning",
            dialect = "getimg",
            certainty = Certainty.SCOPE,
            of = "invalid_parameter")
    void strictModeRejectsUnknownField(String fields, String param) {
        assertRefused(
                client.generateWith(fields), 400, "invalid_parameter", param, "Unknown parameter: '" + param + "'.");
    }

    @Test
    void usesConfiguredBalanceAndLimits() {
        assertThat(client.balance()).isEqualByComparingTo("7.5");
        for (int i = 0; i < 3; i++) {
            client.generateFrom("p").then().statusCode(200).header("X-RateLimit-Limit", "3");
        }
        client.generateFrom("p").then().statusCode(429);
        assertThat(client.control("GET", "/sandbox", "").getInt("concurrency")).isEqualTo(2);
    }

    @Test
    void urlExpiresAfterConfiguredTime() {
        String url = client.generateFrom("p").path("data[0].url");
        client.advance("598s");
        given().get(url).then().statusCode(200);

        client.advance("2s");
        given().get(url).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "webp"})
    @Documented(
            value = "SDK getimg-python: a base64 data URL of PNG, JPEG or WebP",
            rule = "a reference can be a data URL in base64 of PNG, JPEG or WebP",
            negativeTest = "rejectsMalformedDataUrl",
            dialect = "getimg",
            of = "Reference.url",
            witness = "getimg-python 0.4.0")
    void acceptsDataUrl(String format) {
        client.generateWith("\"images\":[{\"url\":\"data:image/" + format + ";base64,iVBORw0KGgo=\"}]")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:image/gif;base64,AAAA",
                "data:image/png,AAAA",
                "data:image/png;base64,",
                "data:image/png;base64,A A",
                "iVBORw0KGgo="
            })
    @Documented(
            value = "SDK getimg-python: inline formats; bare base64 is not accepted",
            rule = "rejects bare base64, and a data URL of another format",
            negativeTest = "acceptsDataUrl",
            dialect = "getimg",
            of = "Reference.url",
            witness = "getimg-python 0.4.0")
    void rejectsMalformedDataUrl(String url) {
        Response refused = client.generateWith("\"images\":[{\"url\":\"" + url + "\"}]");

        assertRefused(refused, 400, "invalid_parameter");
        assertThat(refused.<String>path("error.param")).isEqualTo("images[0].url");
    }

    @Test
    void runsChecksInConfiguredOrder() {
        client.changeSandbox("{\"allowed_ips\":[\"192.0.2.1\"],\"rate_limit\":{\"requests\":1,\"window\":\"1h\"}}");

        assertRefused(client.generate("{}"), 400, "parameter_missing");
        Response wrongAddress = client.generateFrom("p");
        assertRefused(wrongAddress, 403, "permission_denied");
        assertRefused(client.generateFrom("p"), 429, "rate_limit");
    }
}
