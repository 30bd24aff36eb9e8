package dev.darkroom.wire.aigenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WireTest
class WebhookIT {

    private final AiGenerateClient client = new AiGenerateClient();
    private final String inbox = "/inbox/" + UUID.randomUUID();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "a result is delivered by webhook, too",
            value = "seeds/003: FAQ, async results are delivered via polling or webhook",
            negativeTest = Documented.SAME,
            witness = "aiohttp 3.14.3")
    @Documented(
            dialect = "aigenerate",
            rule = "callBackUrl names the receiver",
            value = "providers/aigenerate.md §8: kie.ai's field",
            certainty = Certainty.INFERRED,
            of = "RequestFields.callBackUrl",
            negativeTest = "CreateIT.namesInvalidBodyField",
            witness = "aiohttp 3.14.3")
    @Documented(
            dialect = "aigenerate",
            rule = "a webhook has the JSON of a poll, once the task has finished",
            value = "providers/aigenerate.md §8: kie.ai's body",
            certainty = Certainty.INFERRED,
            negativeTest = Documented.SAME,
            witness = "aiohttp 3.14.3")
    @Documented(
            dialect = "aigenerate",
            rule = "a webhook is not signed unless a key is set",
            value = "providers/aigenerate.md §8: kie.ai signs only if a key is set",
            certainty = Certainty.INFERRED,
            negativeTest = "SettingsIT.signsWebhooks")
    void sendsRecordOfTask() {
        String task = client.createTaskWithCallback(url());
        client.advance("1999ms");
        assertThat(received()).isEmpty();
        client.advance("1ms");

        List<Map<String, Object>> requests = received();

        assertThat(requests).hasSize(1);
        assertThat(requests.get(0).get("body"))
                .isEqualTo(client.poll(task).jsonPath().getMap(""));
        assertThat(headers(requests.get(0)))
                .containsEntry("content-type", "application/json")
                .doesNotContainKeys("x-webhook-timestamp", "x-webhook-signature");
        client.advance("1d");
        assertThat(received()).hasSize(1);
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "a webhook reports a failed task",
            value = "providers/aigenerate.md §8: the same object as the response to a poll",
            certainty = Certainty.INFERRED,
            negativeTest = Documented.SAME,
            witness = "aiohttp 3.14.3")
    void sendsRecordOfFailedTask() {
        String task = client.createTaskWithCallback(url());
        assertThat(received()).isEmpty();
        client.fail(task);
        client.advance("0s");

        assertThat(received()).singleElement().satisfies(request -> assertThat(request.get("body"))
                .isEqualTo(client.poll(task).jsonPath().getMap("")));
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "a webhook that is not received is sent three times in all",
            value = "providers/aigenerate.md §8: a proposal; see darkroom.callback.schedule",
            certainty = Certainty.INFERRED,
            negativeTest = "sendsRecordOfTask",
            witness = "aiohttp 3.14.3")
    void makesThreeAttempts() {
        client.control("PUT", inbox, "{\"statuses\":[500,500,500,500]}");
        client.createTaskWithCallback(url());

        client.advance("1d");

        assertThat(received()).hasSize(3);
    }

    @Test
    void earlyWebhookLeavesResponseComplete() {
        Response created = client.create("{\"model\":\"" + AiGenerateClient.MODEL + "\",\"callBackUrl\":\"" + url()
                + "\",\"input\":{\"prompt\":\"[[callback: early]]\"}}");

        created.then().statusCode(200).header("X-AI-Credits-Charged", "4.00");
        assertThat(client.state(created.path("data.taskId"))).isEqualTo("success");
        assertThat(received()).hasSize(1);
    }

    @Test
    void paramIncludesCallbackUrl() {
        String task = client.createTaskWithCallback(url());

        assertThat(client.task(task).getString("param")).contains("\"callBackUrl\":\"" + url() + "\"");
    }

    private String url() {
        return TestServer.url("/_darkroom" + inbox);
    }

    private List<Map<String, Object>> received() {
        return client.control("GET", inbox, "").getList("requests");
    }

    private static Map<String, String> headers(Map<String, Object> request) {
        return ((Map<?, ?>) request.get("headers"))
                .entrySet().stream()
                        .collect(Collectors.toMap(
                                header -> header.getKey().toString().toLowerCase(Locale.ROOT),
                                header -> header.getValue().toString()));
    }
}
