package dev.darkroom.wire.reapi;

import static dev.darkroom.wire.reapi.ErrorAssertions.assertRefused;
import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures caused by triggers in the prompt or the key, by rules, and by the control API. */
@WireTest
class FailuresIT {

    private final ReApiClient client = new ReApiClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @ParameterizedTest
    @CsvSource({
        "10001,401",
        "10002,401",
        "10003,401",
        "10004,401",
        "10005,401",
        "10006,403",
        "20001,400",
        "20002,400",
        "20003,400",
        "20004,400",
        "30001,402",
        "30002,402",
        "40001,404",
        "40002,404",
        "50001,429",
        "60099,500",
        "70001,502",
        "70002,503",
        "70003,504",
        "80006,400"
    })
    @Documented(
            value = "providers/reapi.md §7, on the vendor's errors page",
            dialect = "reapi",
            rule = "10005 has status 401, and 60099 has status 500",
            of = {"10005", "60099"},
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1, Prism 5.16.0")
    @Documented(
            value = "providers/reapi.md §7: HTTP statuses",
            dialect = "reapi",
            rule = "the errors of the table have status 400, 401, 402, 403, 404, 429, 500, 502, 503 or 504",
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1, Prism 5.16.0")
    @Documented(
            value = "providers/reapi.md §7: the codes of upstream errors are unknown",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "upstream errors have the codes 70001 with status 502, 70002 with 503, and 70003 with 504",
            of = {"70001", "70002", "70003"},
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1, Prism 5.16.0")
    @Documented(
            value = "providers/reapi.md §7: 80006 is known as the error of a task only",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "80006 has status 400 when it rejects a request",
            of = "80006",
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1")
    @Documented(
            value = "a trigger of Darkroom's",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "a trigger in the prompt rejects the request with any code, free of charge",
            negativeTest = "warnsAboutUnknownCodeInTrigger")
    void triggersCoverEveryErrorCode(int code, int status) {
        Response refused = client.basic("\"prompt\":\"[[reject: " + code + "]]\"");

        assertRefused(refused, status, code);
        assertThat(refused.header("Darkroom-Fault")).isEqualTo("reject: " + code + " in the prompt");
        assertThat(refused.header("Retry-After")).isEqualTo(code == 50001 ? "1" : null);
        assertThat(client.credits()).isEqualTo(5000);
        client.basic().then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_request,400,20003",
        "invalid_api_key,401,10003",
        "insufficient_credits,402,30001",
        "ip_not_allowed,403,10006",
        "model_not_found,400,20004",
        "task_not_found,404,40001",
        "rate_limit_exceeded,429,50001",
        "spend_limit_exceeded,402,30002",
        "internal_error,500,60099",
        "upstream_error,502,70001"
    })
    void acceptsCommonErrorNames(String name, int status, int code) {
        assertRefused(client.basic("\"prompt\":\"[[reject: " + name + "]]\""), status, code);
        assertThat(client.advanceToEnd(client.basic("\"prompt\":\"[[fail: " + name + "]]\""))
                        .getInt("error.code"))
                .isEqualTo(code);
    }

    @Test
    @Documented(
            value = "providers/reapi.md §5: the sample of a failed task; §7: 80006",
            dialect = "reapi",
            rule = "a task that violates the content policy fails with 80006",
            of = {"80006", "FailedTask.error.code", "FailedTask.error.message"},
            negativeTest = Documented.SAME)
    @Documented(
            value = "providers/reapi.md §3: the values of moderation",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "the official channel admits prohibited content with moderation low, the basic channel never",
            of = "OfficialRequest.moderation",
            negativeTest = Documented.SAME)
    @Documented(
            value = "a trigger of Darkroom's",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "[[nsfw]] in the prompt counts as prohibited content",
            negativeTest = Documented.SAME)
    void nsfwTriggerFailsTaskUnlessModerationIsLow() {
        String nsfw = "\"prompt\":\"[[nsfw]]\"";

        assertThat(client.advanceToEnd(client.basic(nsfw)).getMap("error"))
                .isEqualTo(Map.of("code", 80006, "message", "Request violates content policy"));
        assertThat(client.advanceToEnd(client.official(nsfw)).getString("status"))
                .isEqualTo("failed");
        assertThat(client.advanceToEnd(client.official(nsfw, "\"moderation\":\"low\""))
                        .getString("status"))
                .isEqualTo("completed");
        assertThat(client.credits()).isEqualTo(5000 - 47);
        assertThat(client.advanceToEnd(client.basic(nsfw, "\"moderation\":\"low\""))
                        .getString("status"))
                .isEqualTo("failed");
        assertThat(client.advanceToEnd(client.basic()).getString("status")).isEqualTo("completed");
    }

    @ParameterizedTest
    @CsvSource({
        "broke,402,30001",
        "disabled,401,10004",
        "deleted,401,10004",
        "banned,401,10004",
        "blocked,403,10006",
        "throttled,429,50001",
        "capped-hourly,402,30002",
        "capped-daily,402,30002",
        "capped-total,402,30002",
        "internal,500,60099"
    })
    void appliesTriggerInKey(String trigger, int status, int code) {
        ReApiClient clientWithTrigger = ReApiClient.withKeyPrefix("rk_live_darkroom-" + trigger);

        assertRefused(clientWithTrigger.official(), status, code);
    }

    @Test
    void controlApiAcceptsVendorTaskId() {
        String id = ReApiClient.id(client.basic());
        client.control("POST", "/tasks/" + id + "/hold", "");
        client.advance("1h");
        assertThat(client.task(id).getString("status")).isEqualTo("processing");
        client.control("POST", "/tasks/" + id + "/complete", "");
        assertThat(client.task(id).getString("status")).isEqualTo("completed");
        assertThat(client.control("GET", "/journal?task_id=" + id, "").getList("exchanges"))
                .hasSize(3);
    }

    @Test
    void ruleCanTargetOneTask() {
        String targeted = ReApiClient.id(client.basic());
        String other = ReApiClient.id(client.basic());
        client.addRule("{\"when\":{\"dialect\":\"reapi\",\"operation\":\"poll\",\"task_id\":\"" + targeted
                + "\"},\"then\":{\"error\":\"70003\"}}");

        assertRefused(client.poll(targeted), 504, 70003);
        client.poll(other).then().statusCode(200);
    }

    @Test
    void outageMakesEverythingUnavailable() {
        client.addRule("{\"then\":{\"outage\":\"10m\"}}");

        assertRefused(client.basic(), 503, 70002);
        assertRefused(client.balance(), 503, 70002);
        client.advance("10m");
        client.basic().then().statusCode(200);
    }

    @Test
    void appliesTaskTriggers() {
        assertThat(client.advanceToEnd(client.official("\"n\":2", "\"prompt\":\"[[no_output]]\""))
                        .getList("output.image_urls"))
                .isEmpty();
        String lost = ReApiClient.id(client.basic("\"prompt\":\"[[amnesia: 1s]]\""));
        assertRefused(client.poll(lost), 404, 40001);
        client.advance("1s");
        client.poll(lost).then().statusCode(200);
    }

    @Test
    void appliesFileTrigger() {
        List<String> urls = client.advanceToEnd(client.basic("\"prompt\":\"[[file: expired]]\""))
                .getList("output.image_urls");

        assertRefused(given().get(urls.get(0)), 404, 40002, "The URL of this image has expired.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"fail\":80006}", "{\"fail\":\"80006\"}", "{\"fail\":{\"code\":80006,\"after\":\"1s\"}}"})
    void ruleAcceptsNumericCode(String then) {
        client.addRule("{\"when\":{\"dialect\":\"reapi\"},\"then\":" + then + "}");

        assertThat(client.advanceToEnd(client.basic()).getInt("error.code")).isEqualTo(80006);
    }

    @Test
    void controlApiFailsTaskWithNumericCode() {
        String id = ReApiClient.id(client.basic());
        client.control("POST", "/tasks/" + id + "/fail", "{\"code\":70003,\"message\":\"too late\"}");

        assertThat(client.task(id).getMap("error")).isEqualTo(Map.of("code", 70003, "message", "too late"));
    }

    @Test
    void warnsAboutUnknownCodeInTrigger() {
        Response submitted = client.basic("\"prompt\":\"[[fail: 12345]]\"");

        submitted.then().statusCode(200);
        assertThat(submitted.header("Darkroom-Warning"))
                .startsWith("`12345` is not an error code that a trigger can name");
    }
}
