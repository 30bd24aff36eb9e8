package dev.darkroom.wire.journal;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verification of an empty journal. */
@WireTest
class VerifyIT {
    private static final String NEVER = "{\"match\":{\"operation\":\"create\"},\"times\":{\"exactly\":0}}";

    private final AiVideoApiClient client = new AiVideoApiClient();

    @Test
    void verifiesThatNothingHappened() {
        Response verified = verify(NEVER);

        assertThat(verified.statusCode()).isEqualTo(200);
        assertThat(verified.asString()).isEqualTo("{\"verified\":true,\"count\":0,\"exchanges\":[]}");
    }

    @Test
    void failsWhenExpectedExchangeIsMissing() {
        Response failed = verify("{\"match\":{}}");

        assertThat(failed.statusCode()).isEqualTo(406);
        assertThat(failed.contentType()).startsWith("application/json");
        assertThat(failed.asString())
                .isEqualTo("{\"verified\":false,\"expected\":\"at least 1\",\"count\":0,\"seen\":0,\"dropped\":0,"
                        + "\"nearest\":[],\"diff\":[\"Not verified: expected at least 1, and 0 of 0 exchanges"
                        + " matched.\"]}");
    }

    @Test
    void rendersResultAsText() {
        post("?format=text", NEVER)
                .then()
                .statusCode(200)
                .contentType("text/plain;charset=UTF-8")
                .body(equalTo("Verified: expected exactly 0, and 0 of 0 exchanges matched.\n"));
        post("?format=text", "{\"match\":{},\"times\":{\"at_least\":2,\"at_most\":3}}")
                .then()
                .statusCode(406)
                .contentType("text/plain;charset=UTF-8")
                .body(equalTo("Not verified: expected 2 to 3, and 0 of 0 exchanges matched.\n"));
    }

    /** A 406 caused by the Accept header would look like a failed verification. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "image/png", "application/json", "nonsense"})
    void ignoresAcceptHeader(String accepted) {
        client.request()
                .header("Accept", accepted)
                .body(NEVER)
                .post("/_darkroom/journal/verify")
                .then()
                .statusCode(200)
                .contentType("application/json");
    }

    @Test
    void waitsUntilTimeExpires() {
        Response failed = verify("{\"match\":{},\"within\":\"20ms\"}");

        assertThat(failed.statusCode()).isEqualTo(406);
        assertThat(failed.time()).isGreaterThanOrEqualTo(20);
    }

    @Test
    void doesNotWaitWhenExpectationAlreadyHolds() {
        assertThat(verify("{\"match\":{},\"times\":{\"at_most\":3},\"within\":\"60s\"}")
                        .time())
                .isLessThan(30_000);
    }

    @Test
    void requiresKey() {
        given().body(NEVER)
                .post("/_darkroom/journal/verify")
                .then()
                .statusCode(401)
                .body("error.code", equalTo("invalid_api_key"));
    }

    @Test
    void rejectsRequestsFromOtherOrigins() {
        client.request()
                .header("Origin", "https://evil.example")
                .body(NEVER)
                .post("/_darkroom/journal/verify")
                .then()
                .statusCode(403);
    }

    @Test
    void rejectsUnknownFormatAndParameter() {
        post("?format=xml", NEVER)
                .then()
                .statusCode(400)
                .body("error.message", equalTo("'format' is invalid. Use one of: json, text."));
        post("?fromat=text", NEVER)
                .then()
                .statusCode(400)
                .body("error.message", equalTo("'fromat' is not a parameter here. Use: format."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"match\":{\"operation\":\"task\"}}          | 'match.operation' is invalid. Use one of: create, poll,",
                "{\"match\":{\"operation\":null}}              | 'match.operation' is invalid.",
                "{\"match\":{\"method\":\"\"}}                 | 'match.method' is invalid.",
                "{\"match\":{\"method\":null}}                 | 'match.method' is invalid.",
                "{\"match\":{\"path\":\"v1\"}}                 | 'match.path' is invalid.",
                "{\"match\":{\"path\":1}}                      | 'match.path' is invalid.",
                "{\"match\":{\"status\":99}}                   | 'match.status' is invalid.",
                "{\"match\":{\"status\":\"6xx\"}}              | 'match.status' is invalid.",
                "{\"match\":{\"status\":\"200\"}}              | 'match.status' is invalid.",
                "{\"match\":{\"status\":null}}                 | 'match.status' is invalid.",
                "{\"match\":{\"task_id\":\"7\"}}               | 'match.task_id' is invalid. It must be the id of a task.",
                "{\"match\":{\"fault\":\"\"}}                  | 'match.fault' is invalid.",
                "{\"match\":{\"headers\":[]}}                  | 'match.headers' is invalid.",
                "{\"match\":{\"headers\":{\"a b\":\"\"}}}      | 'match.headers.a b' is invalid.",
                "{\"match\":{\"headers\":{\"a\":null}}}        | 'match.headers.a' is invalid.",
                "{\"match\":{\"headers\":{\"a\":1}}}           | 'match.headers.a' is invalid.",
                "{\"match\":{\"json\":null}}                   | 'match.json' is invalid.",
                "{\"match\":{\"json\":{\"\":1}}}               | 'match.json.' is invalid. It must be a path such as",
                "{\"match\":{\"json\":{\"$..a..b\":1}}}        | 'match.json.$..a..b' is invalid.",
                "{\"match\":{\"answer\":{\"$[?(1==1)]\":1}}}   | 'match.answer.$[?(1==1)]' is invalid.",
                "{\"match\":{\"json\":{\"input.prompt\":{\"matches\":\"(\"}}}} | 'match.json.input.prompt.matches' is invalid.",
                "{\"match\":{\"json\":{\"a\":{\"matches\":\"((a{1000}){1000}){1000}\"}}}} | 'match.json.a.matches' is",
                "{\"match\":{\"json\":{\"a\":{\"matches\":1}}}} | 'match.json.a.matches' is invalid.",
                "{\"match\":{\"json\":{\"a\":{\"exists\":1}}}} | 'match.json.a.exists' is invalid.",
                "{\"match\":{\"model\":\"m\"}}                 | 'match.model' is not a field here. Use: operation,",
                "{\"match\":[]}                                | 'match' is invalid.",
                "{\"match\":null}                              | 'match' is invalid. It must be an object; {} matches",
                "{}                                            | 'match' is invalid.",
                "{\"match\":{},\"time\":{}}                    | 'time' is not a field here. Use: match, times, within.",
                "{\"match\":{},\"times\":{}}                   | 'times' is invalid. Send either exactly, or at_least",
                "{\"match\":{},\"times\":2}                    | 'times' is invalid.",
                "{\"match\":{},\"times\":{\"exactly\":-1}}     | 'times.exactly' is invalid.",
                "{\"match\":{},\"times\":{\"exactly\":null}}   | 'times.exactly' is invalid.",
                "{\"match\":{},\"times\":{\"at_most\":1.5}}    | 'times.at_most' is invalid.",
                "{\"match\":{},\"times\":{\"at_most\":1e9}}    | 'times.at_most' is invalid.",
                "{\"match\":{},\"times\":{\"exactly\":1,\"at_least\":1}}  | 'times' is invalid.",
                "{\"match\":{},\"times\":{\"at_least\":2,\"at_most\":1}}  | 'times' is invalid. 'at_least' must not",
                "{\"match\":{},\"times\":{\"never\":1}}        | 'times.never' is not a field here.",
                "{\"match\":{},\"within\":\"61s\"}             | 'within' is invalid. It must be at most 60s.",
                "{\"match\":{},\"within\":\"soon\"}            | 'within' is invalid.",
                "{\"match\":{},\"within\":5}                   | 'within' is invalid.",
                "[]                                            | The request body must be a JSON object.",
                "{\"match\"                                    | The request body is not valid JSON",
            })
    void rejectsInvalidVerification(String body, String message) {
        verify(body)
                .then()
                .statusCode(400)
                .body("error.code", equalTo("invalid_request"))
                .body("error.message", startsWith(message));
    }

    @Test
    void rejectsEmptyBody() {
        verify("").then().statusCode(400).body("error.message", containsString("empty"));
    }

    /** An unpaired surrogate can be parsed from JSON but not written. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"match\":{\"json\":{\"a\":\"\\ud800\"}}}",
                "{\"match\":{\"json\":{\"\\ud800\":1}}}",
                "{\"match\":{\"json\":{\"a\":{\"matches\":\"\\ud800\"}}}}",
                "{\"match\":{\"json\":{\"a\":1e999999999}}}"
            })
    void doesNotCauseServerError(String body) {
        assertThat(verify(body).statusCode()).isIn(400, 406);
    }

    @Test
    void isInTheContractAndRequiresPost() {
        given().get("/_darkroom/contract/control.yaml").then().body(containsString("/journal/verify:"));
        client.request().get("/_darkroom/journal/verify").then().statusCode(405);
    }

    private Response verify(String body) {
        return post("", body);
    }

    private Response post(String query, String body) {
        return client.request().body(body).post("/_darkroom/journal/verify" + query);
    }
}
