package dev.darkroom.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.chaos.Operation;
import dev.darkroom.chaos.Wildcard;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerificationConditionsTest {

    private static final TestExchange CREATE = TestExchange.create(1);

    @Test
    void comparesOperation() {
        assertMet(Conditions.operation(Operation.CREATE), CREATE);
        assertNotMet(Conditions.operation(Operation.POLL), CREATE, "create");
        assertNotMet(Conditions.operation(Operation.POLL), CREATE.withOperation(null), "(none)");
    }

    @Test
    void comparesWholeMethod() {
        assertMet(Conditions.method("POST"), CREATE);
        assertNotMet(Conditions.method("PO"), CREATE, "POST");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/images/generations, true",
        "/v1/images/generations?a=1, true",
        "/v1/*, true",
        "*a=1, true",
        "/v1/*?a=*, true",
        "/v1/images, false",
        "/v1/images/*/x, false"
    })
    void comparesPathWithAndWithoutQuery(String pattern, boolean isMet) {
        assertThat(evaluate(Conditions.path(pattern), CREATE.withPath("/v1/images/generations?a=1"))
                        .isMet())
                .isEqualTo(isMet);
    }

    @Test
    void comparesStatusAndStatusClass() {
        assertMet(Conditions.status(200), CREATE);
        assertMet(Conditions.statusClass(2), CREATE);
        assertNotMet(Conditions.statusClass(5), CREATE, "200");
        assertMet(Conditions.status(0), CREATE.withResponse(0, ""));
        assertNotMet(Conditions.status(200), CREATE.withResponse(0, ""), "0 (no response)");
    }

    @Test
    void comparesTask() {
        assertMet(Conditions.task(TestExchange.TASK), CREATE.withTask(TestExchange.TASK, null));
        assertNotMet(Conditions.task(TestExchange.TASK), CREATE, "(none)");
        assertNotMet(
                Conditions.task(TestExchange.TASK),
                CREATE.withTask(new UUID(0, 8), null),
                "00000000-0000-0000-0000-000000000008");
    }

    @Test
    void comparesFault() {
        TestExchange faulty = CREATE.withTask(null, "flaky");

        assertMet(Conditions.fault(Optional.of("flaky")), faulty);
        assertNotMet(Conditions.fault(Optional.empty()), faulty, "flaky");
        assertMet(Conditions.fault(Optional.empty()), CREATE);
        assertNotMet(Conditions.fault(Optional.of("(none)")), CREATE, "(none)");
    }

    @Test
    void ignoresCaseOfHeaderNames() {
        assertMet(Conditions.header("user-agent", "curl/*"), CREATE);
        assertNotMet(Conditions.header("user-agent", "curl"), CREATE, "curl/8.5.0");
        assertNotMet(Conditions.header("accept", "*"), CREATE, "(none)");
    }

    @Test
    void neverMatchesRedactedHeader() {
        assertNotMet(Conditions.header("authorization", "*"), CREATE, "(not kept)");
        assertNotMet(Conditions.header("authorization", "..."), CREATE, "(not kept)");
    }

    @Property
    void wildcardAgreesWithRegularExpression(
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 8) String text,
            @ForAll @CharRange(from = '*', to = '*') @CharRange(from = 'a', to = 'b') @StringLength(max = 6)
                    String pattern) {
        assertThat(new Wildcard(pattern).matches(text))
                .isEqualTo(Pattern.matches(pattern.replaceAll("\\*+", ".*"), text));
    }

    private static Condition.Result evaluate(Condition condition, TestExchange exchange) {
        return condition.test().apply(exchange.exchange());
    }

    private static void assertMet(Condition condition, TestExchange exchange) {
        assertThat(evaluate(condition, exchange).isMet()).isTrue();
    }

    private static void assertNotMet(Condition condition, TestExchange exchange, String actual) {
        assertThat(evaluate(condition, exchange).isMet()).isFalse();
        assertThat(evaluate(condition, exchange).actual().get()).isEqualTo(actual);
    }
}
