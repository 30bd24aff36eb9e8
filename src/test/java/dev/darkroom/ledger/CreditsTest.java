package dev.darkroom.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditsTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "2.4", "12", "10000", "-7.2", "0.001", "100", "14.1"})
    void printsWithAsFewDigitsAsItNeeds(String amount) {
        assertThat(Credits.of(amount)).hasToString(amount);
    }

    @Test
    void dropsZerosBehindThePoint() {
        assertThat(Credits.of("12.000")).hasToString("12").isEqualTo(Credits.of("12"));
    }

    @Test
    void aThousandSmallPricesAddUpExactly() {
        Credits sum = Credits.ZERO;
        for (int i = 0; i < 1000; i++) {
            sum = sum.plus(Credits.of("2.4"));
        }
        assertThat(sum).hasToString("2400");
    }

    @Test
    void refusesAFourthDecimal() {
        assertThatThrownBy(() -> Credits.of("0.0001")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void refusesToOverflow() {
        assertThatThrownBy(() -> new Credits(Long.MAX_VALUE).plus(new Credits(1)))
                .isInstanceOf(ArithmeticException.class);
    }
}
