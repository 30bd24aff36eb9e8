package dev.darkroom.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.darkroom.chaos.Operation;
import dev.darkroom.journal.Condition;
import dev.darkroom.journal.RecordedBody;
import dev.darkroom.journal.TestExchange;
import dev.darkroom.journal.Verification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conditions of a verify request. */
class VerifyRequestTest {

    private static final TestExchange CREATE = TestExchange.create(1)
            .withRequest("{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"A\\nlighthouse\",\"n\":1.0,\"seed\":null,"
                    + "\"image_urls\":[\"u\",\"v\"],\"a name\":{\"x\":[1,{\"y\":2}]}}}")
            .withResponse(200, "{\"data\":{\"taskId\":\"t-1\"}}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "input.prompt               | \"A\\nlighthouse\"       | true",
                "$.input.prompt             | \"A\"                    | false",
                "input.n                    | 1                        | true",
                "input.n                    | 1.00                     | true",
                "input.n                    | \"1.0\"                  | false",
                "input.seed                 | null                     | true",
                "input.mask                 | null                     | false",
                "input.image_urls           | [\"u\",\"v\"]            | true",
                "input.image_urls           | [\"v\",\"u\"]            | false",
                "$.input.image_urls[0]      | \"u\"                    | true",
                "$.input.image_urls[-1]     | \"v\"                    | true",
                "$.input.image_urls[*]      | \"v\"                    | true",
                "$.input.image_urls[1:]     | \"u\"                    | false",
                "$['input']['a name'].x     | [1.0,{\"y\":2}]          | true",
                "$['input']['a name']       | {\"x\":[1,{\"y\":2.0}]}  | true",
                "$..y                       | 2                        | true",
                "input.prompt               | {\"matches\":\"A.l.*e\"} | true",
                "input.prompt               | {\"matches\":\"light\"}  | false",
                "input.n                    | {\"matches\":\"1.*\"}    | true",
                "$.input.image_urls[*]      | {\"matches\":\"v+\"}     | true",
                "input.seed                 | {\"exists\":true}        | true",
                "input.seed                 | {\"exists\":false}       | false",
                "input.mask                 | {\"exists\":true}        | false",
                "input.mask.x               | {\"exists\":false}       | true",
                "$.input.image_urls[2]      | {\"exists\":true}        | false",
                "$.input.image_urls[2]      | {\"exists\":false}       | true",
                "$.input.image_urls[-3]     | {\"exists\":true}        | false",
                "$.input.prompt[0]          | {\"exists\":false}       | true",
                "$.input[0]                 | {\"exists\":false}       | true",
                "$..nothing                 | {\"exists\":false}       | true",
                "input.prompt               | {\"matches\":\"a\",\"b\":1} | false",
                "$                          | {\"exists\":true}        | true",
            })
    void comparesFieldsAsJson(String path, String value, boolean holds) {
        assertThat(isMatch("{\"json\":{" + quoted(path) + ":" + value + "}}", CREATE))
                .isEqualTo(holds);
    }

    @Test
    void comparesResponsesLikeRequests() {
        assertThat(isMatch("{\"answer\":{\"data.taskId\":\"t-1\"}}", CREATE)).isTrue();
        assertThat(isMatch("{\"answer\":{\"data.taskId\":\"t-2\"}}", CREATE)).isFalse();
        assertThat(isMatch("{\"answer\":{\"input.prompt\":{\"exists\":true}}}", CREATE))
                .isFalse();
    }

    @Test
    void describesTheActualValue() {
        assertThat(actual("input.prompt", CREATE)).isEqualTo("\"A\\nlighthouse\"");
        assertThat(actual("$.input.image_urls[*]", CREATE)).isEqualTo("\"u\", \"v\"");
        assertThat(actual("input.mask", CREATE)).isEqualTo("(absent)");
        assertThat(actual("input.mask", CREATE.withRequest(""))).isEqualTo("(no body)");
        assertThat(actual("input.mask", CREATE.withRequest("[1]"))).isEqualTo("(not a JSON object)");
        assertThat(actual("input.mask", CREATE.withRequest(RecordedBody.omitted(5))))
                .isEqualTo("(not kept)");
        assertThat(actual("input.mask", CREATE.withRequest("{\"a\":\"" + "x y".repeat(10_000) + "\"}")))
                .isEqualTo("(not kept)");
    }

    /** A body that is not JSON has no fields. The fields of a body that was not stored are unknown. */
    @Test
    void unknownFieldsAreNotAbsent() {
        String absent = "{\"json\":{\"input\":{\"exists\":false}}}";

        assertThat(isMatch(absent, CREATE.withRequest(""))).isTrue();
        assertThat(isMatch(absent, CREATE.withRequest("plain"))).isTrue();
        assertThat(isMatch(absent, CREATE.withRequest(RecordedBody.omitted(5)))).isFalse();
        assertThat(isMatch("{\"json\":{\"$\":{\"exists\":true}}}", CREATE.withRequest("")))
                .isFalse();
    }

    @Test
    void combinesAllTypesOfConditions() {
        String match = "{\"operation\":\"create\",\"method\":\"post\",\"path\":\"/v1/images/*\",\"status\":\"2xx\","
                + "\"task_id\":\"" + TestExchange.TASK + "\",\"fault\":null,\"headers\":{\"user-agent\":\"curl/*\"},"
                + "\"json\":{\"model\":\"gpt-image-2\"},\"answer\":{\"data\":{\"exists\":true}}}";
        TestExchange exchange = CREATE.withTask(TestExchange.TASK, null);

        assertThat(isMatch(match, exchange)).isTrue();
        assertThat(isMatch(match, exchange.withOperation(Operation.POLL))).isFalse();
        assertThat(isMatch(match, exchange.withHeader("user-agent", "wget"))).isFalse();
        assertThat(isMatch(match, exchange.withTask(TestExchange.TASK, "flaky")))
                .isFalse();
    }

    @Test
    void evaluatesExpressionsThatWouldHangJavasRegexEngine() {
        TestExchange exchange = CREATE.withRequest("{\"a\":\"" + "a ".repeat(5000) + "\"}");

        assertThat(isMatch("{\"json\":{\"a\":{\"matches\":\"(([a ]+)+)+(([a ]*)*)*b\"}}}", exchange))
                .isFalse();
    }

    @Test
    void quotedNamesMayHaveAnyCharacter() {
        TestExchange exchange = CREATE.withRequest("{\"it's (1), ..a..b?\":1}");

        assertThat(isMatch("{\"json\":{\"$['it\\\\'s (1), ..a..b?']\":1}}", exchange))
                .isTrue();
        assertThat(isMatch("{\"json\":{\"$[\\\"it's (1), ..a..b?\\\"]\":1}}", exchange))
                .isTrue();
    }

    @Test
    void acceptsAtMostFiftyConditions() {
        StringBuilder fields = new StringBuilder("\"a0\":1");
        for (int i = 1; i < 50; i++) {
            fields.append(",\"a").append(i).append("\":1");
        }
        assertThat(conditions("{\"json\":{" + fields + "}}")).hasSize(50);
        assertThatThrownBy(() -> conditions("{\"json\":{" + fields + "},\"status\":200}"))
                .hasMessage("'match' is invalid. It has more than 50 conditions.");
        assertThatThrownBy(() -> conditions("{\"json\":{" + fields + ",\"z\":1}}"))
                .hasMessage("'match.json' is invalid. It must be an object with at most 50 fields.");
    }

    @Test
    void acceptsAtMostTenRegularExpressions() {
        String ten = IntStream.range(0, 10)
                .mapToObj(i -> "\"a" + i + "\":{\"matches\":\"x\"}")
                .collect(Collectors.joining(","));
        assertThat(conditions("{\"json\":{" + ten + "}}")).hasSize(10);
        assertThatThrownBy(() -> conditions("{\"json\":{" + ten + ",\"z\":{\"matches\":\"x\"}}}"))
                .hasMessage("'match' is invalid. It has more than 10 regular expressions.");
    }

    private static boolean isMatch(String match, TestExchange exchange) {
        Verification verification =
                new Verification(conditions(match), request(match).times());
        verification.add(exchange.exchange());
        return verification.verdict().isVerified();
    }

    private static String actual(String path, TestExchange exchange) {
        Condition condition = conditions("{\"json\":{" + quoted(path) + ":1}}").get(0);
        return condition.test().apply(exchange.exchange()).actual().get();
    }

    private static List<Condition> conditions(String match) {
        return request(match).conditions();
    }

    private static VerifyRequest request(String match) {
        return VerifyRequest.read(("{\"match\":" + match + "}").getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String path) {
        return TextNode.valueOf(path).toString();
    }
}
