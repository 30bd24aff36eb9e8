package dev.darkroom.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.chaos.Operation;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The text of a verdict, as shown in a build log. */
class VerificationTextTest {

    @Test
    void showsNearestExchangeOfAFailure() {
        Verification verification = new Verification(
                List.of(
                        Conditions.operation(Operation.CREATE),
                        Conditions.path("/v1/images/*"),
                        Conditions.statusClass(2),
                        Conditions.header("user-agent", "shop/*")),
                Times.exactly(2));
        verification.add(TestExchange.create(12).exchange());

        assertThat(String.join("\n", verification.verdict().lines(7))).isEqualTo("""
                        Not verified: expected exactly 2, and 0 of 1 exchanges matched.
                        The journal has dropped 7 older exchanges.

                        Nearest:

                        exchange 12: POST /v1/images/generations -> 200, 3 of 4 hold
                          condition          | expected     | actual
                          operation          | create       | create
                          path               | /v1/images/* | /v1/images/generations
                          status             | 2xx          | 200
                          headers.user-agent | shop/*       | curl/8.5.0             <--""");
    }

    @Test
    void showsExcessMatches() {
        Verification verification = new Verification(List.of(Conditions.status(200)), Times.exactly(0));
        verification.add(TestExchange.create(1).exchange());

        assertThat(verification.verdict().lines(0))
                .containsExactly(
                        "Not verified: expected exactly 0, and 1 of 1 exchanges matched.",
                        "",
                        "Matched too often, newest first:",
                        "",
                        "exchange 1: POST /v1/images/generations -> 200, 1 of 1 hold",
                        "  condition | expected | actual",
                        "  status    | 200      | 200");
    }

    @Test
    void summarizesVerdictInOneLine() {
        Verification verification = new Verification(List.of(), Times.atLeast(1));
        assertThat(verification.verdict().lines(0))
                .containsExactly("Not verified: expected at least 1, and 0 of 0 exchanges matched.");
        for (long number = 1; number <= 11; number++) {
            verification.add(TestExchange.create(number).exchange());
        }
        assertThat(verification.verdict().lines(0))
                .containsExactly("Verified: expected at least 1, and 11 of 11 exchanges matched"
                        + " (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ...).");
    }

    @Test
    void escapesLineBreaksAndControlCharacters() {
        assertThat(SingleLineText.escaped("a\r\nb\tc\u001b[31m\u2028\ud800 \ud83c\udf9e"))
                .isEqualTo("a\\r\\nb\\tc\\u001b[31m\\u2028\\ud800 \ud83c\udf9e");
    }

    @Test
    void shortensTheMiddleOfLongTexts() {
        assertThat(SingleLineText.shortened("abcdefghijklmnopqrstuvwxyz", 13)).isEqualTo("abcde...vwxyz");
    }

    @Test
    void showsWhereLongTextsDiffer() {
        String same = "x".repeat(500);
        ComparisonRow row =
                new ComparisonRow("c", same + "a lighthouse" + same, same + "a church" + same, false).within(34);

        assertThat(row.expected()).contains("a ligh").hasSize(34);
        assertThat(row.actual()).contains("a chur").hasSize(34);
    }

    @Test
    void alignsColumnsByCodePoints() {
        List<String> lines = ComparisonTable.lines(List.of(
                new ComparisonRow("\ud83c\udf9e\ud83c\udf9e", "1", "2", false),
                new ComparisonRow("ab", "1", "1", true)));

        assertThat(lines)
                .extracting(line -> line.codePoints().boxed().toList().indexOf((int) '|'))
                .containsOnly(12);
    }

    @Property
    void keepsLinesWithin120Characters(@ForAll String name, @ForAll String expected, @ForAll String actual) {
        Condition condition = new Condition(name, expected, exchange -> null);
        ComparisonRow row = ComparisonRow.of(condition, new Condition.Result(false, () -> actual.repeat(5)));

        assertThat(ComparisonTable.lines(List.of(row)))
                .hasSize(2)
                .allMatch(line -> line.codePointCount(0, line.length()) <= 120)
                .noneMatch(line -> line.contains("\n"));
    }

    @Property
    void shortensToTheExactLimit(@ForAll String text, @ForAll @IntRange(min = 12, max = 40) int limit) {
        String shortened = SingleLineText.shortened(text, limit);

        assertThat(SingleLineText.length(shortened)).isEqualTo(Math.min(SingleLineText.length(text), limit));
        assertThat(SingleLineText.escaped(SingleLineText.shortened(SingleLineText.escaped(text), limit)))
                .as("no unpaired surrogate")
                .isEqualTo(SingleLineText.shortened(SingleLineText.escaped(text), limit));
    }
}
