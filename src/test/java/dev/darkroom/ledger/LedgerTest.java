package dev.darkroom.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.ledger.Entry.Kind;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final UUID TASK = new UUID(0, 1);

    private final Ledger ledger = new Ledger(Credits.of("10"), NOW, 5);

    @Test
    void aHoldLowersTheBalance() {
        assertThat(ledger.hold(TASK, Credits.of("2.4"), NOW)).isEmpty();

        assertThat(ledger.totals()).isEqualTo(totals("10", "2.4", "0", "7.6"));
    }

    @Test
    void aCaptureLeavesTheBalanceAsTheHoldLeftIt() {
        ledger.hold(TASK, Credits.of("2.4"), NOW);
        ledger.capture(TASK, NOW);

        assertThat(ledger.totals()).isEqualTo(totals("10", "0", "2.4", "7.6"));
    }

    @Test
    void aRefundRestoresTheBalanceOnce() {
        ledger.hold(TASK, Credits.of("2.4"), NOW);
        ledger.refund(TASK, NOW);
        ledger.refund(TASK, NOW);
        ledger.capture(TASK, NOW);

        assertThat(ledger.totals()).isEqualTo(totals("10", "0", "0", "10"));
        assertThat(ledger.entries(100)).extracting(Entry::kind).containsExactly(Kind.GRANT, Kind.HOLD, Kind.REFUND);
    }

    @Test
    void aHoldThatTheBalanceCannotBearChangesNothing() {
        assertThat(ledger.hold(TASK, Credits.of("10.001"), NOW))
                .containsExactly(new Refusal.ShortOfCredits(Credits.of("10.001"), Credits.of("10")));

        assertThat(ledger.totals()).isEqualTo(totals("10", "0", "0", "10"));
        assertThat(ledger.entries(100)).hasSize(1);
    }

    @Test
    void theLastCreditCanBeSpent() {
        assertThat(ledger.hold(TASK, Credits.of("10"), NOW)).isEmpty();
        assertThat(ledger.totals().balance()).isEqualTo(Credits.ZERO);
    }

    @Test
    void oneTaskCannotHoldTwice() {
        ledger.hold(TASK, Credits.of("1"), NOW);

        assertThatThrownBy(() -> ledger.hold(TASK, Credits.of("1"), NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theBalanceCanBeSetWhileCreditsAreHeld() {
        ledger.hold(TASK, Credits.of("4"), NOW);
        ledger.setBalance(Credits.of("1.5"), NOW);

        assertThat(ledger.totals()).isEqualTo(totals("5.5", "4", "0", "1.5"));
    }

    @Test
    void oldEntriesAreDroppedAndTheSumsStayExact() {
        for (int i = 10; i < 20; i++) {
            ledger.hold(new UUID(0, i), Credits.of("0.1"), NOW);
        }

        assertThat(ledger.entries(100))
                .hasSize(5)
                .last()
                .extracting(Entry::number)
                .isEqualTo(11L);
        assertThat(ledger.entries(2)).extracting(Entry::number).containsExactly(10L, 11L);
        assertThat(ledger.totals().balance()).isEqualTo(Credits.of("9"));
    }

    private static Totals totals(String granted, String held, String captured, String balance) {
        return new Totals(Credits.of(granted), Credits.of(held), Credits.of(captured), Credits.of(balance));
    }
}
