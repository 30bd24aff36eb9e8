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
    void anExchangeIsOfOneOperationOrOfNone() {
        assertHolds(Conditions.operation(Operation.CREATE), CREATE);
        assertFails(Conditions.operation(Operation.POLL), CREATE, "create");
        assertFails(Conditions.operation(Operation.POLL), CREATE.of(null), "(none)");
    }

    @Test
    void theMethodIsTheWholeMethod() {
        assertHolds(Conditions.method("POST"), CREATE);
        assertFails(Conditions.method("PO"), CREATE, "POST");
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
    void aPathIsComparedWithItsQueryAndWithout(String pattern, boolean holds) {
        assertThat(find(Conditions.path(pattern), CREATE.at("/v1/images/generations?a=1"))
                        .holds())
                .isEqualTo(holds);
    }

    @Test
    void aStatusIsANumberOrAClass() {
        assertHolds(Conditions.status(200), CREATE);
        assertHolds(Conditions.statusClass(2), CREATE);
        assertFails(Conditions.statusClass(5), CREATE, "200");
        assertHolds(Conditions.status(0), CREATE.answering(0, ""));
        assertFails(Conditions.status(200), CREATE.answering(0, ""), "0 (no answer)");
    }

    @Test
    void theTaskIsTheOneThatItWasAbout() {
        assertHolds(Conditions.task(TestExchange.TASK), CREATE.about(TestExchange.TASK, null));
        assertFails(Conditions.task(TestExchange.TASK), CREATE, "(none)");
        assertFails(
                Conditions.task(TestExchange.TASK),
                CREATE.about(new UUID(0, 8), null),
                "00000000-0000-0000-0000-000000000008");
    }

    @Test
    void aFaultHasANameOrThereIsNone() {
        TestExchange spoilt = CREATE.about(null, "flaky");

        assertHolds(Conditions.fault(Optional.of("flaky")), spoilt);
        assertFails(Conditions.fault(Optional.empty()), spoilt, "flaky");
        assertHolds(Conditions.fault(Optional.empty()), CREATE);
        assertFails(Conditions.fault(Optional.of("(none)")), CREATE, "(none)");
    }

    @Test
    void aHeaderGoesByItsNameInAnyCase() {
        assertHolds(Conditions.header("user-agent", "curl/*"), CREATE);
        assertFails(Conditions.header("user-agent", "curl"), CREATE, "curl/8.5.0");
        assertFails(Conditions.header("accept", "*"), CREATE, "(none)");
    }

    @Test
    void nothingIsKnownOfAHeaderThatIsNotKept() {
        assertFails(Conditions.header("authorization", "*"), CREATE, "(not kept)");
        assertFails(Conditions.header("authorization", "..."), CREATE, "(not kept)");
    }

    @Property
    void aWildcardIsWhatAnExpressionWouldBe(
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 8) String text,
            @ForAll @CharRange(from = '*', to = '*') @CharRange(from = 'a', to = 'b') @StringLength(max = 6)
                    String pattern) {
        assertThat(new Wildcard(pattern).matches(text))
                .isEqualTo(Pattern.matches(pattern.replaceAll("\\*+", ".*"), text));
    }

    private static Condition.Finding find(Condition condition, TestExchange exchange) {
        return condition.test().apply(exchange.exchange());
    }

    private static void assertHolds(Condition condition, TestExchange exchange) {
        assertThat(find(condition, exchange).holds()).isTrue();
    }

    private static void assertFails(Condition condition, TestExchange exchange, String actual) {
        assertThat(find(condition, exchange).holds()).isFalse();
        assertThat(find(condition, exchange).actual().get()).isEqualTo(actual);
    }
}
