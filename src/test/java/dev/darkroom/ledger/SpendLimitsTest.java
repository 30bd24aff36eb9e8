package dev.darkroom.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.ledger.Refusal.OverSpendLimit;
import dev.darkroom.ledger.SpendLimits.Windows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SpendLimitsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:20:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Ledger ledger = new Ledger(Credits.of("1000"), NOW, 100);
    private long tasks;

    @Test
    void hourlyLimitOpensAnHourAfterSpending() {
        limit(SpendWindow.HOURLY, "5", Windows.ROLLING);
        spend("2.4", NOW);
        spend("2.4", NOW.plusSeconds(60));

        assertRefused("2.4", NOW.plusSeconds(120), SpendWindow.HOURLY, "5", NOW.plus(HOUR));
        assertRefused("2.4", NOW.plus(HOUR).minusNanos(1), SpendWindow.HOURLY, "5", NOW.plus(HOUR));
        spend("2.4", NOW.plus(HOUR));
    }

    @Test
    void dailyLimitOpensADayAfterSpending() {
        limit(SpendWindow.DAILY, "5", Windows.ROLLING);
        spend("5", NOW);

        assertRefused("0.001", NOW.plus(HOUR), SpendWindow.DAILY, "5", NOW.plus(Duration.ofDays(1)));
        spend("5", NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void calendarWindowsBeginOnTheHourAndAtMidnight() {
        limit(SpendWindow.HOURLY, "5", Windows.CALENDAR);
        spend("5", NOW);
        assertRefused("1", NOW.plusSeconds(60), SpendWindow.HOURLY, "5", Instant.parse("2026-11-20T11:00:00Z"));

        limit(SpendWindow.DAILY, "5", Windows.CALENDAR);
        assertRefused("1", NOW.plusSeconds(60), SpendWindow.DAILY, "5", Instant.parse("2026-11-21T00:00:00Z"));
    }

    @Test
    void totalLimitNeverOpens() {
        limit(SpendWindow.TOTAL, "5", Windows.ROLLING);
        spend("5", NOW);

        assertThat(refusals("1", NOW.plus(Duration.ofDays(3000)))).containsExactly(over(SpendWindow.TOTAL, "5", null));
    }

    @Test
    void priceAboveTheLimitNeverFits() {
        limit(SpendWindow.HOURLY, "2", Windows.ROLLING);

        assertThat(refusals("2.4", NOW)).containsExactly(over(SpendWindow.HOURLY, "2", null));
    }

    @Test
    void refundFreesTheLimit() {
        limit(SpendWindow.HOURLY, "5", Windows.ROLLING);
        Hold failing = spend("5", NOW);
        assertThat(refusals("5", NOW)).isNotEmpty();

        ledger.refund(failing, NOW.plusSeconds(1));

        spend("5", NOW.plusSeconds(1));
    }

    @Test
    void refundOfSpendingOutsideTheWindowFreesNothing() {
        limit(SpendWindow.HOURLY, "5", Windows.ROLLING);
        Hold old = spend("5", NOW);
        spend("5", NOW.plus(HOUR));

        ledger.refund(old, NOW.plus(HOUR));

        assertThat(refusals("1", NOW.plus(HOUR))).isNotEmpty();
    }

    @Test
    void reportsTheLimitThatOpensLast() {
        ledger.limit(new SpendLimits(
                Map.of(SpendWindow.HOURLY, Credits.of("5"), SpendWindow.DAILY, Credits.of("5")), Windows.ROLLING));
        spend("5", NOW);

        assertRefused("1", NOW, SpendWindow.DAILY, "5", NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void reportsAllReasons() {
        ledger.setBalance(Credits.of("1"), NOW);
        limit(SpendWindow.TOTAL, "0", Windows.ROLLING);

        assertThat(refusals("2.4", NOW))
                .containsExactlyInAnyOrder(
                        over(SpendWindow.TOTAL, "0", null),
                        new Refusal.ShortOfCredits(Credits.of("2.4"), Credits.of("1")));
    }

    @Test
    void countsSpendingBeforeTheLimitWasSet() {
        Hold failing = spend("2", NOW);
        spend("3", NOW.plusSeconds(1));
        ledger.refund(spend("90", NOW), NOW);

        limit(SpendWindow.HOURLY, "5", Windows.ROLLING);
        assertRefused("1", NOW.plusSeconds(2), SpendWindow.HOURLY, "5", NOW.plus(HOUR));

        ledger.refund(failing, NOW.plusSeconds(3));
        spend("2", NOW.plusSeconds(3));
    }

    @Test
    void countsSpendingOfAllTasksWithTheSameId() {
        UUID id = new UUID(0, 1);
        ledger.capture(ledger.hold(id, Credits.of("2"), NOW), NOW);
        ledger.refund(ledger.hold(id, Credits.of("3"), NOW), NOW);
        ledger.hold(id, Credits.of("2"), NOW);

        limit(SpendWindow.HOURLY, "5", Windows.ROLLING);
        spend("1", NOW);
        assertRefused("0.001", NOW, SpendWindow.HOURLY, "5", NOW.plus(HOUR));
    }

    @Test
    void changedLimitCountsEarlierSpending() {
        limit(SpendWindow.HOURLY, "5", Windows.ROLLING);
        for (int i = 0; i < 400; i++) {
            spend("0.01", NOW.plusMillis(i));
        }
        limit(SpendWindow.HOURLY, "4.005", Windows.ROLLING);

        assertThat(refusals("0.01", NOW.plusSeconds(1))).isNotEmpty();
    }

    @Test
    void usedUpLimitOpensOneWindowAfterTheFirstRefusal() {
        ledger.limitAndUseUp(new SpendLimits(Map.of(SpendWindow.HOURLY, Credits.of("12")), Windows.ROLLING));

        assertRefused("2.4", NOW, SpendWindow.HOURLY, "12", NOW.plus(HOUR));
        spend("12", NOW.plus(HOUR));
    }

    @Test
    void mergedChargesStillCount() {
        Spending spending = new Spending(SpendWindow.HOURLY, Windows.ROLLING, List.of());
        int charges = Spending.MAX_SEPARATE * 3;
        for (int i = 0; i < charges; i++) {
            spending.charge(Credits.of("1"), NOW.plusMillis(i));
        }
        Instant last = NOW.plusMillis(charges - 1);

        assertThat(spending.sum(last)).isEqualTo(Credits.of("" + charges));
        spending.refund(Credits.of("1"), NOW);
        assertThat(spending.sum(last)).isEqualTo(Credits.of("" + (charges - 1)));
        assertThat(spending.sum(last.plus(HOUR).minusNanos(1)).micros()).isPositive();
        assertThat(spending.sum(last.plus(HOUR))).isEqualTo(Credits.ZERO);
    }

    /** Which limit a refusal names must not depend on the order of a {@link Map#of}, which differs between JVMs. */
    @Test
    void limitsAreInTheOrderOfTheWindows() {
        Credits amount = Credits.of("5");
        Map<SpendWindow, Credits> byWindow =
                Map.of(SpendWindow.TOTAL, amount, SpendWindow.HOURLY, amount, SpendWindow.DAILY, amount);

        assertThat(new SpendLimits(byWindow, Windows.ROLLING).byWindow().keySet())
                .containsExactly(SpendWindow.HOURLY, SpendWindow.DAILY, SpendWindow.TOTAL);
    }

    private void limit(SpendWindow window, String amount, Windows windows) {
        ledger.limit(new SpendLimits(Map.of(window, Credits.of(amount)), windows));
    }

    private Hold spend(String price, Instant at) {
        assertThat(refusals(price, at)).isEmpty();
        return ledger.hold(new UUID(0, ++tasks), Credits.of(price), at);
    }

    private List<Refusal> refusals(String price, Instant at) {
        return ledger.refusals(Credits.of(price), at);
    }

    private void assertRefused(String price, Instant at, SpendWindow window, String limit, Instant allowedAt) {
        assertThat(refusals(price, at)).containsExactly(over(window, limit, allowedAt));
    }

    private static OverSpendLimit over(SpendWindow window, String limit, Instant allowedAt) {
        return new OverSpendLimit(window, Credits.of(limit), Optional.ofNullable(allowedAt));
    }
}
