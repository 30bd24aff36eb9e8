package dev.darkroom.wire.getimg;

import static dev.darkroom.wire.getimg.ErrorAssertions.assertRefused;
import static dev.darkroom.wire.getimg.GetImgClient.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.SocketException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Triggers in keys and prompts have the same effects as in the other dialects. */
@WireTest
class TriggersIT {

    private final GetImgClient client = new GetImgClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.freezeAndFinishTasksInstantly();
    }

    @ParameterizedTest
    @CsvSource({
        "broke, 402, quota_exceeded",
        "disabled, 401, invalid_api_key",
        "deleted, 401, invalid_api_key",
        "banned, 401, invalid_api_key",
        "blocked, 403, permission_denied",
        "throttled, 429, rate_limit",
        "capped-hourly, 402, quota_exceeded",
        "capped-daily, 402, quota_exceeded",
        "capped-total, 402, quota_exceeded",
        "internal, 500, internal_error"
    })
    void keyTriggerSetsInitialState(String trigger, int status, String code) {
        assertRefused(GetImgClient.withKeyPrefix("sk_darkroom-" + trigger).generateFrom("p"), status, code);
    }

    @Test
    @Documented(
            value = "a trigger of Darkroom; no field of this API disables the content checker",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.SCOPE,
            of = "content_policy_violation")
    void nsfwTriggerViolatesPolicy() {
        assertRefused(client.generateFrom("[[nsfw]]"), 422, "content_policy_violation");
        assertThat(client.balance()).isEqualByComparingTo("100");
        client.generateFrom("nsfw").then().statusCode(200);
    }

    @Test
    void noOutputTriggerReturnsNoImageAndCharges() {
        Response response = client.request()
                .contentType("application/json")
                .body(GetImgClient.body("[[no_output]]"))
                .post("/v2/images/generations");

        response.then().statusCode(200).header("Darkroom-Fault", "no_output in the prompt");
        assertThat(response.asString()).contains("\"data\":[],\"usage\":{\"total_cost\":0.06,");
        assertThat(client.balance()).isEqualByComparingTo("99.94");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[amnesia: 5s]]", "[[flicker]]"})
    void warnsThatPollTriggersHaveNoEffect(String trigger) {
        client.generateFrom(trigger)
                .then()
                .statusCode(200)
                .header("Darkroom-Warning", "A trigger needs polls, but this API has none")
                .header("Darkroom-Fault", (String) null);
    }

    @Test
    void noRefundTriggerChargesFailedTask() {
        assertRefused(client.generateFrom("[[no_refund]]"), 500, "internal_error");
        assertThat(client.balance()).isEqualByComparingTo("99.94");
    }

    @Test
    void taskFailsAfterDelayOrRunsSlowly() {
        client.changeSandbox("{\"progression\":\"timed\"}");
        client.setFaultRule(
                "\"dialect\":\"getimg\",\"prompt\":\"doomed\"", "\"fail\":{\"code\":\"rate_limit\",\"after\":\"5s\"}");
        CompletableFuture<Response> failing = client.generateAsync("doomed");
        CompletableFuture<Response> slow = client.generateAsync("[[slow: 10]]");
        client.awaitTasks(2);
        client.advance("5s");
        assertRefused(await(failing), 429, "rate_limit");
        assertThat(slow).isNotDone();
        client.advance("15s");
        await(slow).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[reset]]", "[[empty]]"})
    void brokenConnectionCreatesNoTask(String trigger) throws IOException {
        assertThat(received(trigger)).isEmpty();
        assertThat(client.control("GET", "/tasks", "").getList("tasks")).isEmpty();
        assertThat(client.balance()).isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[reset]] [[processed]]", "[[empty]] [[processed]]"})
    void processedTriggerChargesBeforeConnectionBreaks(String triggers) throws IOException {
        assertThat(received(triggers)).isEmpty();
        assertThat(client.balance()).isEqualByComparingTo("99.94");
    }

    @Test
    void triggersCorruptResponse() throws IOException {
        assertThat(received("[[gateway]]")).startsWith("HTTP/1.1 502 ");
        assertThat(received("[[malformed]]"))
                .startsWith("HTTP/1.1 200 ")
                .contains("Darkroom-Fault: malformed in the prompt", "X-RateLimit-Limit: 60")
                .doesNotEndWith("}");
        assertThat(received("[[truncate]]")).startsWith("HTTP/1.1 200 ").doesNotEndWith("}");
    }

    @Test
    void faultRuleMatchesModelAndPrompt() {
        client.setFaultRule(
                "\"dialect\":\"getimg\",\"prompt\":\"ship\",\"model\":\"gpt-*\"", "\"error\":\"not_found\"");

        assertRefused(client.generateFrom("a ship"), 404, "not_found");
        client.generateFrom("a boat").then().statusCode(200);
    }

    @Test
    void outageRejectsEveryRequest() {
        client.setFaultRule("", "\"outage\":\"1m\"");

        assertRefused(client.generateFrom("p"), 503, "service_unavailable");
        assertRefused(client.api().get("/v2/billing/balance"), 503, "service_unavailable");
        client.advance("1m");
        client.generateFrom("p").then().statusCode(200);
    }

    @Test
    void warnsAboutUnknownTriggers() {
        Response response = client.generateFrom("[[fial]] [[fail: nope]]");

        response.then().statusCode(200);
        assertThat(response.headers().getValues("Darkroom-Warning"))
                .contains("`[[fial]]` is not a trigger")
                .anyMatch(
                        warning -> warning.contains("content_policy_violation") && warning.contains("upstream_error"));
    }

    @Test
    void sameSeedAndTimeGiveSameUrls() {
        assertThat(urlAfterReset()).isEqualTo(urlAfterReset());
    }

    private String urlAfterReset() {
        client.control("DELETE", "/sandbox", "");
        client.freeze();
        client.clock("{\"set\":\"2027-01-01T00:00:00Z\"}");
        client.changeSandbox("{\"seed\":7,\"progression\":\"instant\"}");
        return client.generateFrom("p").path("data[0].url");
    }

    private String received(String prompt) throws IOException {
        try (WaitingClient waiting = WaitingClient.of(client.key, prompt)) {
            return waiting.response();
        } catch (SocketException reset) {
            return "";
        }
    }
}
