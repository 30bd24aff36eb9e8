package dev.darkroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key,ip,rate,fault,body,model,spend,balance",
                "key,ip,rate,fault,body,model,balance,spend",
                "key,model,body,fault,rate,ip,spend,balance"
            })
    void acceptsAnyOrderBetweenKeyAndBillingChecks(String order) {
        assertThat(Check.isValidOrder(checks(order))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key",
                "key,ip,rate,fault,body,model,spend",
                "key,ip,ip,fault,body,model,spend,balance",
                "key,ip,rate,fault,body,model,spend,balance,ip",
                "ip,key,rate,fault,body,model,spend,balance",
                "key,ip,rate,fault,body,spend,model,balance",
                "key,ip,rate,fault,balance,body,spend,model"
            })
    void requiresEachCheckOnceWithKeyFirstAndBillingLast(String order) {
        assertThat(Check.isValidOrder(checks(order))).isFalse();
    }

    private static List<Check> checks(String names) {
        return Arrays.stream(names.split(","))
                .map(name -> Check.valueOf(name.toUpperCase(Locale.ROOT)))
                .toList();
    }
}
