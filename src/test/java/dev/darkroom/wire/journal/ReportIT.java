package dev.darkroom.wire.journal;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report on a sandbox's client. */
@WireTest
class ReportIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @Test
    void reportsEmptyVerdictWithoutExchanges() {
        JsonPath report = client.control("GET", "/report", "");

        assertThat(report.getString("sandbox")).startsWith("sk-te").doesNotContain(client.key);
        assertThat(report.getString("verdict")).isEqualTo("empty");
        assertThat(report.getInt("exchanges")).isZero();
        assertThat(report.getInt("dropped")).isZero();
        assertThat(report.getList("findings")).isEmpty();
    }

    @Test
    void rendersReportAsJunitXml() {
        client.request()
                .get("/_darkroom/report?format=junit")
                .then()
                .statusCode(200)
                .contentType("application/xml")
                .body("testsuite.@tests", equalTo("12"))
                .body("testsuite.@failures", equalTo("0"))
                .body("testsuite.testcase[7].@name", equalTo("paid_twice"));
    }

    @Test
    void findsCallbackThatIsNeverAccepted() {
        client.freeze();
        String task = client.createTaskWithCallback("http://localhost:1/hook");
        client.advance("1h");

        JsonPath report = client.control("GET", "/report?format=json", "");
        assertThat(report.getString("verdict")).isEqualTo("findings");
        assertThat(report.getList("findings.kind")).isEqualTo(List.of("unread_callback"));
        assertThat(report.getString("findings[0].message")).contains(task, "after 3 attempts");
        assertThat(report.getString("findings[0].page"))
                .isEqualTo("https://aivideoapi.ai/docs/image-generation/gpt-image-2, Callback Notifications");
    }

    @Test
    void failsOnFindingsOnRequest() {
        client.request().get("/_darkroom/report?fail_on=findings").then().statusCode(200);
        client.request().get("/v1/nope");

        client.request()
                .get("/_darkroom/report?fail_on=findings")
                .then()
                .statusCode(406)
                .body("findings.kind", equalTo(List.of("unknown_path")));
        client.request()
                .get("/_darkroom/report?fail_on=findings&format=junit")
                .then()
                .statusCode(406);
        client.request()
                .get("/_darkroom/report?fail_on=findings&format=text")
                .then()
                .statusCode(406)
                .contentType("text/plain;charset=UTF-8")
                .body(
                        startsWith("findings: 1 finding in 1 exchange of sk-te"),
                        containsString("unknown_path: GET /v1/nope was sent once, but aivideoapi has no such path."),
                        containsString("Not tried:\n- No task was created,"));
    }

    @Test
    void reportsIgnoredHeaders() {
        String warning = client.api()
                .contentType("application/json")
                .header("idempotency-key", "1")
                .body("{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"p\"}}")
                .post("/v1/images/generations")
                .header("Darkroom-Warning");

        assertThat(warning).startsWith("`Idempotency-Key` is ignored: ").endsWith("is paid twice");
        JsonPath report = client.control("GET", "/report", "");
        assertThat(report.getList("findings.kind")).isEqualTo(List.of("ignored_headers"));
        assertThat(report.getString("findings[0].message")).endsWith("were sent once: " + warning);
    }

    @Test
    void reportsTaskThatIsPolledOnceAndAbandoned() {
        client.freeze();
        client.poll(client.createTask("\"prompt\":\"p\""));
        assertThat(client.control("GET", "/report", "").getString("verdict")).isEqualTo("clean");
        client.advance("3s");

        assertThat(client.control("GET", "/report", "").getList("findings.kind"))
                .isEqualTo(List.of("abandoned_task"));
    }

    @Test
    void doesNotReportTaskThatTheTestFailed() {
        client.freeze();
        String task = client.createTask("\"prompt\":\"p\"");
        client.poll(task);
        client.fail(task);
        client.advance("1h");

        assertThat(client.control("GET", "/report", "").getString("verdict")).isEqualTo("clean");
    }

    @Test
    void reportsImageThatIsNeverFetched() {
        String task = client.createTask("\"prompt\":\"[[progression: instant]]\"");
        String url = client.task(task).getString("output.urls[0]");
        assertThat(client.control("GET", "/report", "").getList("findings.kind"))
                .isEqualTo(List.of("unfetched_image"));

        given().get(url).then().statusCode(200);

        assertThat(client.control("GET", "/report", "").getString("verdict")).isEqualTo("clean");
    }

    @Test
    void requiresKey() {
        given().get("/_darkroom/report").then().statusCode(401);
        given().get("/_darkroom/report?format=junit").then().statusCode(401).contentType("application/json");
    }

    @ParameterizedTest
    @CsvSource({
        "format=html, Use one of: json, junit, text.",
        "format=JSON, Use one of: json, junit, text.",
        "format=xml, Use one of: json, junit, text.",
        "fail=true, is not a parameter here",
        "fail_on=nothing, Use one of: findings."
    })
    void rejectsInvalidParameter(String query, String hint) {
        client.request()
                .get("/_darkroom/report?" + query)
                .then()
                .statusCode(400)
                .body("error.message", containsString(hint));
    }
}
