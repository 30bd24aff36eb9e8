package dev.darkroom.wire.journal;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

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
                .body("testsuite.@tests", equalTo("8"))
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
    void requiresKey() {
        given().get("/_darkroom/report").then().statusCode(401);
        given().get("/_darkroom/report?format=junit").then().statusCode(401).contentType("application/json");
    }

    @ParameterizedTest
    @CsvSource({
        "format=html, Use one of: json, junit.",
        "format=JSON, Use one of: json, junit.",
        "format=xml, Use one of: json, junit.",
        "fail=true, is not a parameter here"
    })
    void rejectsInvalidParameter(String query, String hint) {
        client.request()
                .get("/_darkroom/report?" + query)
                .then()
                .statusCode(400)
                .body("error.message", containsString(hint));
    }
}
