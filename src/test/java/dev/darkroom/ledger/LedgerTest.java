package dev.darkroom.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.ledger.Entry.Kind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final UUID TASK = new UUID(0, 1);

    private final Ledger ledger = new Ledger(Credits.of("10"), NOW, 5);

    @Test
    void holdLowersBalance() {
        ledger.hold(TASK, Credits.of("2.4"), NOW);

        assertThat(ledger.totals()).isEqualTo(totals("10", "2.4", "0", "7.6"));
    }

    @Test
    void captureKeepsBalanceOfHold() {
        Hold hold = ledger.hold(TASK, Credits.of("2.4"), NOW);
        ledger.capture(hold, NOW);

        assertThat(ledger.totals()).isEqualTo(totals("10", "0", "2.4", "7.6"));
    }

    @Test
    void refundRestoresBalanceOnce() {
        Hold hold = ledger.hold(TASK, Credits.of("2.4"), NOW);
        ledger.refund(hold, NOW);
        ledger.refund(hold, NOW);
        ledger.capture(hold, NOW);

        assertThat(ledger.totals()).isEqualTo(totals("10", "0", "0", "10"));
        assertThat(ledger.entries(100)).extracting(Entry::kind).containsExactly(Kind.GRANT, Kind.HOLD, Kind.REFUND);
    }

    @Test
    void rejectedHoldChangesNothing() {
        Credits price = Credits.of("10.001");
        assertThat(ledger.refusals(price, NOW)).containsExactly(new Refusal.ShortOfCredits(price, Credits.of("10")));
        assertThatThrownBy(() -> ledger.hold(TASK, price, NOW)).isInstanceOf(IllegalStateException.class);

        assertThat(ledger.totals()).isEqualTo(totals("10", "0", "0", "10"));
        assertThat(ledger.entries(100)).hasSize(1);
    }

    @Test
    void spendsLastCredit() {
        assertThat(ledger.refusals(Credits.of("10"), NOW)).isEmpty();
        ledger.hold(TASK, Credits.of("10"), NOW);
        assertThat(ledger.totals().balance()).isEqualTo(Credits.ZERO);
    }

    @Test
    void setsBalanceWhileCreditsAreHeld() {
        ledger.hold(TASK, Credits.of("4"), NOW);
        ledger.setBalance(Credits.of("1.5"), NOW);

        assertThat(ledger.totals()).isEqualTo(totals("5.5", "4", "0", "1.5"));
    }

    @Test
    void sumsStayExactWhenOldEntriesAreDropped() {
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

    @Test
    void keepsTheNewestEntriesWhenMemoryIsScarce() {
        Ledger large = new Ledger(Credits.of("1000"), NOW, 100);
        for (int i = 2; i <= 250; i++) {
            large.setBalance(Credits.of(String.valueOf(i)), NOW);
        }
        large.dropEntriesBeyond(10);
        assertThat(numbers(large)).containsExactlyElementsOf(numbers(241, 250));
        assertThat(large.entriesAfter(0, 3)).extracting(Entry::number).containsExactly(241L, 242L, 243L);
        assertThat(large.entriesAfter(248, 3)).extracting(Entry::number).containsExactly(249L, 250L);

        for (int i = 251; i <= 500; i++) {
            large.setBalance(Credits.of(String.valueOf(i)), NOW);
            large.dropEntriesBeyond(90);
        }
        assertThat(numbers(large)).containsExactlyElementsOf(numbers(401, 500));
        assertThat(large.entries(1).get(0).balance()).isEqualTo(Credits.of("500"));
        assertThat(large.totals().balance()).isEqualTo(Credits.of("500"));
    }

    private static List<Long> numbers(Ledger ledger) {
        return ledger.entries(1000).stream().map(Entry::number).toList();
    }

    private static List<Long> numbers(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    @Test
    void recordsPricesBelowAThousandthExactly() {
        Hold captured = ledger.hold(TASK, Credits.of("0.00588"), NOW);
        Hold refunded = ledger.hold(new UUID(0, 2), Credits.of("0.00588"), NOW);
        ledger.capture(captured, NOW);
        ledger.refund(refunded, NOW);

        assertThat(ledger.totals()).isEqualTo(totals("10", "0", "0.00588", "9.99412"));
        assertThat(ledger.entries(100))
                .extracting(entry -> entry.balance().toString())
                .containsExactly("10", "9.99412", "9.98824", "9.98824", "9.99412");
    }

    private static Totals totals(String granted, String held, String captured, String balance) {
        return new Totals(Credits.of(granted), Credits.of(held), Credits.of(captured), Credits.of(balance));
    }
}
