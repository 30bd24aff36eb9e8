package dev.darkroom.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.chaos.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerificationTest {

    private static final Condition CREATED = Conditions.operation(Operation.CREATE);
    private static final Condition OK = Conditions.status(200);

    @Test
    void countsExchangesThatMeetAllConditions() {
        Verification verification = new Verification(List.of(CREATED, OK), Times.exactly(2));
        verification.add(TestExchange.create(3).exchange());
        verification.add(TestExchange.create(4).withOperation(Operation.POLL).exchange());
        verification.add(TestExchange.create(7).exchange());

        assertThat(verification.verdict().isVerified()).isTrue();
        assertThat(verification.verdict().exchanges()).containsExactly(3L, 7L);
        assertThat(verification.verdict().examined()).isEqualTo(3);
    }

    @Test
    void matchesEverythingWithoutConditions() {
        Verification verification = new Verification(List.of(), Times.atLeast(1));
        verification.add(TestExchange.create(1).withResponse(0, "").exchange());

        assertThat(verification.verdict().isVerified()).isTrue();
    }

    @Test
    void countsRepeatedExchangeOnce() {
        Verification verification = new Verification(List.of(), Times.exactly(1));
        for (long number : new long[] {1, 2, 1, 2}) {
            verification.add(TestExchange.create(number).exchange());
        }
        assertThat(verification.verdict().count()).isEqualTo(2);
    }

    @Test
    void listsAtMostAHundredMatches() {
        Verification verification = new Verification(List.of(), Times.atLeast(1));
        LongStream.rangeClosed(1, 150)
                .forEach(number -> verification.add(TestExchange.create(number).exchange()));

        assertThat(verification.verdict().count()).isEqualTo(150);
        assertThat(verification.verdict().exchanges()).hasSize(100).endsWith(100L);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 2, 0, false, false",
        "2, 2, 2, true, true",
        "2, 2, 3, true, false",
        "0, 0, 0, true, true",
        "0, 3, 0, true, true",
        "0, 3, 4, true, false",
        "1, 3, 0, false, false",
        "1, 3, 1, true, true",
        "1, 3, 4, true, false",
        "1, 2147483647, 0, false, false",
        "1, 2147483647, 5, true, true",
    })
    void isDecidedWhenCountFitsOrIsExceeded(int min, int max, int count, boolean decided, boolean verified) {
        Verification verification = new Verification(List.of(), new Times(min, max));
        for (int number = 1; number <= count; number++) {
            verification.add(TestExchange.create(number).exchange());
        }
        assertThat(verification.isDecided()).isEqualTo(decided);
        assertThat(verification.verdict().isVerified()).isEqualTo(verified);
    }

    @Test
    void describesTimesInWords() {
        assertThat(Times.exactly(2)).hasToString("exactly 2");
        assertThat(Times.atLeast(1)).hasToString("at least 1");
        assertThat(new Times(0, 3)).hasToString("at most 3");
        assertThat(new Times(1, 3)).hasToString("1 to 3");
    }

    @Test
    void explainsExcessByNewestMatches() {
        Verification verification = new Verification(List.of(OK), new Times(0, 1));
        LongStream.rangeClosed(1, 5)
                .forEach(number -> verification.add(TestExchange.create(number).exchange()));
        verification.add(TestExchange.create(6).withResponse(500, "").exchange());

        assertThat(verification.verdict().isExceeded()).isTrue();
        assertThat(numbers(verification.verdict())).containsExactly(5L, 4L, 3L);
    }

    /** @param metCounts for each exchange, how many of the four conditions it meets */
    @Property
    void explainsMissingMatchesByNearestAndNewestExchanges(
            @ForAll @Size(max = 30) List<@IntRange(max = 4) Integer> metCounts) {
        List<Condition> conditions = IntStream.range(0, 4)
                .mapToObj(i -> new Condition(
                        "c" + i,
                        "",
                        exchange -> new Condition.Result(i < metCounts.get((int) exchange.number() - 1), () -> "")))
                .toList();
        Verification verification = new Verification(conditions, Times.atLeast(31));
        List<Long> misses = new ArrayList<>();
        for (long number = 1; number <= metCounts.size(); number++) {
            verification.add(TestExchange.create(number).exchange());
            if (metCounts.get((int) number - 1) < 4) {
                misses.add(number);
            }
        }
        misses.sort(Comparator.<Long, Integer>comparing(number -> metCounts.get(number.intValue() - 1))
                .thenComparing(number -> number)
                .reversed());

        assertThat(numbers(verification.verdict()))
                .isEqualTo(misses.stream().limit(3).toList());
    }

    private static List<Long> numbers(Verdict verdict) {
        return verdict.explanations().stream()
                .map(comparison -> comparison.exchange().number())
                .toList();
    }
}
