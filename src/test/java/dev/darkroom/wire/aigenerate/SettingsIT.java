package dev.darkroom.wire.aigenerate;

import static dev.darkroom.wire.server.TestServer.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.settings.ChangedVendorSettings;
import io.restassured.response.Response;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The settings with values other than their defaults. */
@ChangedVendorSettings
class SettingsIT {

    private static final String EDIT = "openai-gpt-image-1-5-image-to-image-high";
    private static final String TEXT = "openai-gpt-image-1-5-text-to-image-high";
    private static final String URLS = "\"input_urls\":[\"https://e.com/a.png\"]";

    private final AiGenerateClient client = new AiGenerateClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "with darkroom.aigenerate.always-200, errors have the status 200, as at kie.ai",
            value = "providers/aigenerate.md §5: kie.ai reports many errors with status 200",
            certainty = Certainty.SCOPE,
            of = {"Error.code", "Error.msg"},
            negativeTest = "ErrorsIT.triggerProducesEachErrorCode")
    void errorsHaveStatus200() {
        for (Response refused : new Response[] {
            client.poll("x"), client.create("{"), client.createFrom(TEXT, "\"prompt\":\"[[reject: 455]]\"")
        }) {
            assertThat(refused.statusCode()).isEqualTo(200);
            assertThat(refused.jsonPath().getInt("code")).isGreaterThanOrEqualTo(400);
            assertThat(refused.header("X-AI-Credits-Charged")).isNull();
        }
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "with darkroom.aigenerate.always-200, a rate limit error keeps the status 429",
            value = "providers/aigenerate.md §1: HTTP 429 is documented",
            certainty = Certainty.SCOPE,
            of = "429",
            negativeTest = "errorsHaveStatus200")
    void rateLimitErrorKeepsStatus429() {
        client.changeSandbox("{\"rate_limit\":{\"requests\":1,\"window\":\"10s\"}}");
        client.createFrom(TEXT, "\"prompt\":\"p\"").then().statusCode(200);

        Response refused = client.createFrom(TEXT, "\"prompt\":\"p\"");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("10");
    }

    @Test
    void errorOutsideApiKeepsStatus() {
        assertThat(client.request().get("/api/v1/jobs/x").statusCode()).isEqualTo(404);
        assertThat(given().get("/files/jobs/x.webp").statusCode()).isEqualTo(404);
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "with darkroom.aigenerate.message, responses repeat msg as message",
            value = "providers/aigenerate.md §3: kie.ai has msg on some pages, message on others",
            certainty = Certainty.SCOPE,
            of = {"Created.message", "Record.message", "Balance.message", "Error.message"},
            negativeTest = "ExamplesIT.acceptsPageExampleWithoutWarning")
    void responsesRepeatTextAsMessage() {
        Response created = client.createFrom(TEXT, "\"prompt\":\"p\"");

        assertThat(created.asString()).startsWith("{\"code\":200,\"msg\":\"success\",\"message\":\"success\",");
        assertThat(client.poll(AiGenerateClient.taskId(created)).asString()).contains("\"message\":\"success\"");
        assertThat(client.credit().asString()).contains("\"message\":\"success\"");
        assertThat(client.poll("x").asString())
                .isEqualTo("{\"code\":404,\"msg\":\"task not found\",\"message\":\"task not found\",\"data\":null}");
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "with darkroom.aigenerate.null-result, a missing resultJson is null",
            value = "providers/aigenerate.md §3: an empty string or null",
            certainty = Certainty.SCOPE,
            of = {"UnfinishedTask.resultJson", "FailedTask.resultJson"},
            negativeTest = "ExamplesIT.unfinishedTaskHasNoResult")
    void missingResultIsNull() {
        String task = AiGenerateClient.taskId(client.createFrom(TEXT, "\"prompt\":\"p\""));
        assertThat(client.poll(task).asString()).contains("\"resultJson\":null");
        client.fail(task);

        assertThat(client.poll(task).asString()).contains("\"state\":\"fail\"", "\"resultJson\":null");
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "with darkroom.aigenerate.strict, image-to-image models require input_urls, and another quality "
                    + "is refused",
            value = "providers/aigenerate.md §1.1 and §2: the stricter reading",
            certainty = Certainty.SCOPE,
            of = {"References.input_urls", "OneFiveInput.quality"},
            negativeTest = Documented.SAME)
    void strictModeRequiresReferencesAndMatchingQuality() {
        assertThat(client.createFrom(EDIT, "\"prompt\":\"p\"").jsonPath().getString("msg"))
                .isEqualTo("validation error: 'input_urls' is required.");
        assertThat(client.createFrom(EDIT, "\"prompt\":\"p\",\"quality\":\"medium\"," + URLS)
                        .jsonPath()
                        .getString("msg"))
                .isEqualTo("validation error: 'quality' is invalid. The model's name says high.");
        AiGenerateClient.taskId(client.createFrom(EDIT, "\"prompt\":\"p\",\"quality\":\"high\"," + URLS));
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "if darkroom.aigenerate.idempotent is off, taskId is an unknown field",
            value = "providers/aigenerate.md §7: no page has taskId in a request",
            certainty = Certainty.SCOPE,
            of = "RequestFields.taskId",
            negativeTest = "IdempotencyIT.retryReturnsExistingTaskWithoutCharge")
    void taskIdIsUnknownField() {
        String task = AiGenerateClient.taskId(client.createFrom(TEXT, "\"prompt\":\"p\""));

        Response retry =
                client.create("{\"model\":\"" + TEXT + "\",\"taskId\":\"" + task + "\",\"input\":{\"prompt\":\"p\"}}");

        assertThat(retry.header("X-AI-Credits-Charged")).isEqualTo("22.00");
        assertThat(retry.header("Darkroom-Warning")).isEqualTo("`taskId` is not a field of the request body");
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "darkroom.aigenerate.aliases lists the names of GPT Image 2",
            value = "providers/aigenerate.md §1.1: configurable aliases",
            certainty = Certainty.SCOPE,
            of = "RequestFields.model",
            negativeTest = Documented.SAME)
    void acceptsOnlyConfiguredAliases() {
        AiGenerateClient.taskId(client.createFrom("openai-gpt-image-3-text-to-image", "\"prompt\":\"p\""));

        assertThat(client.createFrom("gpt-image-2-text-to-image", "\"prompt\":\"p\"")
                        .jsonPath()
                        .getInt("code"))
                .isEqualTo(422);
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "a signed webhook has a timestamp in seconds and a signature of taskId and timestamp",
            value = "providers/aigenerate.md §8: the signature of kie.ai",
            certainty = Certainty.INFERRED,
            negativeTest = "WebhookIT.sendsRecordOfTask",
            witness = "OpenSSL 3.0.19")
    @Documented(
            dialect = "aigenerate",
            rule = "a setting has webhooks signed with a key",
            value = "darkroom.aigenerate.webhook-key",
            certainty = Certainty.SCOPE,
            negativeTest = "WebhookIT.sendsRecordOfTask")
    void signsWebhooks() throws GeneralSecurityException {
        String inbox = "/inbox/" + UUID.randomUUID();
        String url = TestServer.url("/_darkroom" + inbox);
        String task = AiGenerateClient.taskId(client.create(
                "{\"model\":\"" + TEXT + "\",\"callBackUrl\":\"" + url + "\",\"input\":{\"prompt\":\"p\"}}"));
        client.advance("2s");

        Map<String, String> headers =
                client.control("GET", inbox, "").<String, String>getMap("requests[0].headers").entrySet().stream()
                        .collect(Collectors.toMap(h -> h.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
        String timestamp = headers.get("x-webhook-timestamp");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("whisper".getBytes(UTF_8), "HmacSHA256"));

        assertThat(timestamp).matches("\\d{10}");
        assertThat(headers.get("x-webhook-signature"))
                .isEqualTo(Base64.getEncoder().encodeToString(mac.doFinal((task + "." + timestamp).getBytes(UTF_8))));
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "settings change the file format and the lifetime of images",
            value = "darkroom.aigenerate.output-format and url-expiry",
            certainty = Certainty.SCOPE,
            negativeTest = Documented.SAME)
    void imageHasConfiguredFormatAndExpiry() {
        String task = AiGenerateClient.taskId(client.createFrom(TEXT, "\"prompt\":\"p\""));
        client.advance("2s");
        String url = client.url(task);

        assertThat(url).endsWith(".webp");
        given().get(url).then().statusCode(200).contentType("image/webp");
        client.advance("3599s");
        given().get(url).then().statusCode(200);
        client.advance("1s");
        given().get(url).then().statusCode(404);
    }

    @Test
    void runsChecksInConfiguredOrder() {
        client.changeSandbox("{\"rate_limit\":{\"requests\":1,\"window\":\"10s\"},\"allowed_ips\":[\"203.0.113.7\"]}");

        assertThat(message(client.createFrom("dall-e-3", "\"prompt\":5"))).startsWith("model is not supported");
        assertThat(message(client.createFrom(TEXT, "\"prompt\":5"))).startsWith("validation error: 'prompt'");
        assertThat(message(client.createFrom(TEXT, "\"prompt\":\"p\""))).contains("allow-list");
    }

    private static String message(Response refused) {
        return refused.jsonPath().getString("msg");
    }
}
