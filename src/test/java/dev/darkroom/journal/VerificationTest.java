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
    void countsWhatMeetsAllConditions() {
        Verification verification = new Verification(List.of(CREATED, OK), Times.exactly(2));
        verification.add(TestExchange.create(3).exchange());
        verification.add(TestExchange.create(4).of(Operation.POLL).exchange());
        verification.add(TestExchange.create(7).exchange());

        assertThat(verification.verdict().isVerified()).isTrue();
        assertThat(verification.verdict().exchanges()).containsExactly(3L, 7L);
        assertThat(verification.verdict().seen()).isEqualTo(3);
    }

    @Test
    void withoutConditionsEverythingMatches() {
        Verification verification = new Verification(List.of(), Times.atLeast(1));
        verification.add(TestExchange.create(1).answering(0, "").exchange());

        assertThat(verification.verdict().isVerified()).isTrue();
    }

    @Test
    void anExchangeThatIsToldTwiceCountsOnce() {
        Verification verification = new Verification(List.of(), Times.exactly(1));
        for (long number : new long[] {1, 2, 1, 2}) {
            verification.add(TestExchange.create(number).exchange());
        }
        assertThat(verification.verdict().count()).isEqualTo(2);
    }

    @Test
    void noMoreThanAHundredAreNamed() {
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
    void isSettledAsSoonAsItFitsAndWhenItCanFitNoMore(
            int least, int most, int count, boolean settled, boolean verified) {
        Verification verification = new Verification(List.of(), new Times(least, most));
        for (int number = 1; number <= count; number++) {
            verification.add(TestExchange.create(number).exchange());
        }
        assertThat(verification.isSettled()).isEqualTo(settled);
        assertThat(verification.verdict().isVerified()).isEqualTo(verified);
    }

    @Test
    void timesAreToldInWords() {
        assertThat(Times.exactly(2)).hasToString("exactly 2");
        assertThat(Times.atLeast(1)).hasToString("at least 1");
        assertThat(new Times(0, 3)).hasToString("at most 3");
        assertThat(new Times(1, 3)).hasToString("1 to 3");
    }

    @Test
    void whatMatchesTooOftenIsShownNewestFirst() {
        Verification verification = new Verification(List.of(OK), new Times(0, 1));
        LongStream.rangeClosed(1, 5)
                .forEach(number -> verification.add(TestExchange.create(number).exchange()));
        verification.add(TestExchange.create(6).answering(500, "").exchange());

        assertThat(verification.verdict().isTooOften()).isTrue();
        assertThat(numbers(verification.verdict())).containsExactly(5L, 4L, 3L);
    }

    /** @param held how many of four conditions hold for one exchange after the other */
    @Property
    void theNearestAreThoseOfWhichMostHoldsAndTheNewestOfThem(
            @ForAll @Size(max = 30) List<@IntRange(max = 4) Integer> held) {
        List<Condition> conditions = IntStream.range(0, 4)
                .mapToObj(i -> new Condition(
                        "c" + i,
                        "",
                        exchange -> new Condition.Finding(i < held.get((int) exchange.number() - 1), () -> "")))
                .toList();
        Verification verification = new Verification(conditions, Times.atLeast(31));
        List<Long> misses = new ArrayList<>();
        for (long number = 1; number <= held.size(); number++) {
            verification.add(TestExchange.create(number).exchange());
            if (held.get((int) number - 1) < 4) {
                misses.add(number);
            }
        }
        misses.sort(Comparator.<Long, Integer>comparing(number -> held.get(number.intValue() - 1))
                .thenComparing(number -> number)
                .reversed());

        assertThat(numbers(verification.verdict()))
                .isEqualTo(misses.stream().limit(3).toList());
    }

    private static List<Long> numbers(Verdict verdict) {
        return verdict.shown().stream()
                .map(comparison -> comparison.exchange().number())
                .toList();
    }
}
