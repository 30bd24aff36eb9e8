package dev.darkroom.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditsTest {

    private static final BigDecimal HIGHEST_BALANCE = new BigDecimal("1000000000");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "2.4",
                "12",
                "10000",
                "-7.2",
                "0.001",
                "100",
                "14.1",
                "1000000000",
                "0.00588",
                "0.000001",
                "1000000000.000001"
            })
    void printsAsFewDecimalsAsPossible(String amount) {
        assertThat(Credits.of(amount)).hasToString(amount);
        assertThat(Credits.of(amount).toBigDecimal()).isEqualTo(new BigDecimal(amount));
    }

    @Test
    void dropsTrailingZeros() {
        assertThat(Credits.of("12.000")).hasToString("12").isEqualTo(Credits.of("12"));
    }

    @Test
    void addsAThousandSmallPricesExactly() {
        assertThat(sum("2.4", 1000)).hasToString("2400");
    }

    @Test
    void addsPricesBelowAThousandthExactly() {
        assertThat(sum("0.00588", 1000)).hasToString("5.88");
        assertThat(sum("0.00588", 3))
                .hasToString("0.01764")
                .isEqualTo(Credits.of("0.00588").times(3));
    }

    @Test
    void holdsTheHighestBalanceAndTheFullPriceOfManyTasks() {
        Credits captured = Credits.of("15000").times(200_000);

        assertThat(captured).hasToString("3000000000");
        assertThat(captured.plus(Credits.of(HIGHEST_BALANCE))).hasToString("4000000000");
    }

    @Test
    void rejectsASeventhDecimal() {
        assertThatThrownBy(() -> Credits.of("0.0000001")).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2.4", "0.001", "1.2340", "1000000000", "1E+9"})
    void acceptsBalancesOfUpToThreeDecimals(BigDecimal amount) {
        assertThat(Credits.balance(amount)).contains(Credits.of(amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.001", "1.2345", "0.00588", "1000000000.001", "1E+30"})
    void rejectsOtherBalances(BigDecimal amount) {
        assertThat(Credits.balance(amount)).isEmpty();
    }

    @Test
    void throwsOnOverflow() {
        Credits highest = new Credits(Long.MAX_VALUE);

        assertThatThrownBy(() -> highest.plus(new Credits(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> highest.times(2)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void combinesTheHighestBalancesOfManySandboxes() {
        Credits balance = Credits.of(HIGHEST_BALANCE);
        Totals totals = new Totals(balance, Credits.ZERO, Credits.ZERO, balance);

        CombinedTotals combined = CombinedTotals.of(Collections.nCopies(100_000, totals));

        assertThat(combined.balance()).isEqualByComparingTo("100000000000000");
        assertThat(combined.held()).isZero();
    }

    private static Credits sum(String price, int times) {
        return Collections.nCopies(times, Credits.of(price)).stream().reduce(Credits.ZERO, Credits::plus);
    }
}
