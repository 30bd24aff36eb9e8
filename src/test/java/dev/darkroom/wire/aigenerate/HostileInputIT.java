package dev.darkroom.wire.aigenerate;

import static dev.darkroom.wire.aigenerate.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.Tries;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile input always gets the vendor's envelope, and never a 5xx status. */
@WireTest
class HostileInputIT {

    private static final String VALID =
            AiGenerateClient.body(AiGenerateClient.MODEL, "\"prompt\":\"p\",\"aspect_ratio\":\"1:1\"");

    private final AiGenerateClient client = new AiGenerateClient();

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "1", "{", "{}}", "{'model':1}", "<html></html>"})
    @Documented(
            dialect = "aigenerate",
            rule = "a body that is not a JSON object is refused with 400",
            value = "providers/aigenerate.md §5: 400, invalid request",
            certainty = Certainty.INFERRED,
            of = "400",
            negativeTest = "ExamplesIT.acceptsPageExampleWithoutWarning")
    void rejectsUnreadableBody(String body) {
        Response refused = client.create(body);

        assertRefused(refused, 400);
        assertThat(refused.asString()).startsWith("{\"code\":400,\"msg\":\"invalid request: The request body ");
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "a Content-Type other than application/json is refused with 400",
            value = "the example in seeds/003 has application/json; no page says what happens to others",
            certainty = Certainty.INFERRED,
            of = "400",
            negativeTest = "ExamplesIT.acceptsPageExampleWithoutWarning")
    void rejectsWrongContentType() {
        Response refused = client.api().contentType("text/plain").body(VALID).post(AiGenerateClient.CREATE);

        assertRefused(refused, 400, "invalid request: The 'Content-Type' header must be 'application/json'.");
    }

    @Test
    void rejectsTooLargeBody() {
        Response refused = client.create("{\"model\":\"" + "x".repeat(1 << 20) + "\"}");

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.asString())
                .isEqualTo(ErrorAssertions.body(
                        413, "The request body has more than 1048576 bytes, the limit of" + " darkroom.limits.body."));
    }

    @Test
    void acceptsOrRejectsEveryMutatedBody() {
        client.changeSandbox("{\"rate_limit\":null}");
        Random random = new Random(7);
        for (int i = 0; i < Tries.of(300); i++) {
            byte[] body = VALID.getBytes(StandardCharsets.UTF_8);
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            Response response =
                    client.api().contentType("application/json").body(body).post(AiGenerateClient.CREATE);
            assertThat(response.statusCode())
                    .as(new String(body, StandardCharsets.UTF_8))
                    .isIn(200, 400, 422);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/aigenerate/", "/api/v1/jobs", "/api/v1/jobs/x", "/api/v1/chat/x"})
    void reportsUnknownPathInVendorEnvelope(String path) {
        Response refused = client.request().get(path);

        assertRefused(refused, 404);
        assertThat(refused.asString()).contains("There is nothing at this path.");
    }

    @ParameterizedTest
    @ValueSource(strings = {AiGenerateClient.CREATE, AiGenerateClient.RECORD, AiGenerateClient.CREDIT})
    void rejectsUnsupportedMethod(String path) {
        Response refused = client.request().delete(path);

        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.asString()).isEqualTo(ErrorAssertions.body(405, "This path does not support this method."));
    }
}
