package dev.darkroom.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.http.json.Json;
import dev.darkroom.journal.TestExchange;
import dev.darkroom.journal.Verification;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The JSON of a verdict. */
class VerifyVerdictTest {

    @Test
    void listsTheNearestExchangesWithAllConditions() {
        String prompt = "{\"input\":{\"prompt\":\"A church\"}}";

        assertThat(verdict(
                        "{\"match\":{\"status\":200,\"json\":{\"input.prompt\":\"A lighthouse\"}},\"times\":{\"exactly\":2}}",
                        TestExchange.create(4).withRequest(prompt)))
                .isEqualTo("{\"verified\":false,\"expected\":\"exactly 2\",\"count\":0,\"seen\":1,\"dropped\":3,"
                        + "\"nearest\":[{\"number\":4,\"method\":\"POST\",\"path\":\"/v1/images/generations\","
                        + "\"status\":200,\"warnings\":[],\"conditions\":["
                        + "{\"name\":\"status\",\"expected\":\"200\",\"actual\":\"200\",\"holds\":true},"
                        + "{\"name\":\"json.input.prompt\",\"expected\":\"\\\"A lighthouse\\\"\","
                        + "\"actual\":\"\\\"A church\\\"\",\"holds\":false}]}],"
                        + "\"diff\":[\"Not verified: expected exactly 2, and 0 of 1 exchanges matched.\","
                        + "\"The journal has dropped 3 older exchanges.\",\"\",\"Nearest:\",\"\","
                        + "\"exchange 4: POST /v1/images/generations -> 200, 1 of 2 hold\","
                        + "\"  condition         | expected       | actual\","
                        + "\"  status            | 200            | 200\","
                        + "\"  json.input.prompt | \\\"A lighthouse\\\" | \\\"A church\\\" <--\"]}");
    }

    @Test
    void listsTheExchangesThatMatchedTooOften() {
        assertThat(verdict("{\"match\":{},\"times\":{\"exactly\":0}}", TestExchange.create(4)))
                .contains("\"matched_too_often\":[{\"number\":4,")
                .contains("\"conditions\":[]")
                .contains("\"exchange 4: POST /v1/images/generations -> 200\"]")
                .doesNotContain("nearest");
    }

    @Test
    void repeatsTheWarningsOfAnExchange() {
        String warning = "`size` is not a field of input; did you mean `aspect_ratio`?";

        assertThat(verdict(
                        "{\"match\":{\"status\":500}}", TestExchange.create(4).withWarning(warning)))
                .contains("\"warnings\":[\"" + warning + "\"]")
                .endsWith("\"  ! " + warning + "\"]}");
    }

    /** JSON cannot contain half of a surrogate pair, but a client may have sent one. */
    @Test
    void escapesUnpairedSurrogates() {
        assertThat(verdict(
                        "{\"match\":{\"json\":{\"a\":\"\\udc00\"}}}",
                        TestExchange.create(4).withRequest("{\"a\":\"\\ud800\"}")))
                .contains("\"expected\":\"\\\"\\\\udc00\\\"\",\"actual\":\"\\\"\\\\ud800\\\"\"");
    }

    private static String verdict(String request, TestExchange exchange) {
        VerifyRequest read = VerifyRequest.read(request.getBytes(StandardCharsets.UTF_8));
        Verification verification = new Verification(read.conditions(), read.times());
        verification.add(exchange.exchange());
        return new String(Json.write(VerdictDescription.of(verification.verdict(), 3)), StandardCharsets.UTF_8);
    }
}
