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
            value = "seeds/003: FAQ, async results are delivered via polling or webhook",
            of = "RequestFields.callBackUrl")
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §8: the field's name and the body",
            certainty = Certainty.INFERRED,
            of = "RequestFields.callBackUrl")
    void sendsRecordOfTask() {
        String task = client.createTaskWithCallback(url());
        client.advance("2s");

        List<Map<String, Object>> requests = received();

        assertThat(requests).hasSize(1);
        assertThat(requests.get(0).get("body"))
                .isEqualTo(client.poll(task).jsonPath().getMap(""));
        assertThat(headers(requests.get(0)))
                .containsEntry("content-type", "application/json")
                .doesNotContainKeys("x-webhook-timestamp", "x-webhook-signature");
    }

    @Test
    void sendsRecordOfFailedTask() {
        String task = client.createTaskWithCallback(url());
        client.fail(task);
        client.advance("0s");

        assertThat(received()).singleElement().satisfies(request -> assertThat(request.get("body"))
                .isEqualTo(client.poll(task).jsonPath().getMap("")));
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §8: three attempts, set by darkroom.callback.schedule",
            certainty = Certainty.INFERRED)
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
