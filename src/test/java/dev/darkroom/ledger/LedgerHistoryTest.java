package dev.darkroom.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.ledger.Refusal.OverSpendLimit;
import dev.darkroom.ledger.SpendLimits.Windows;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Compares a ledger with a naive one, which keeps every task and recomputes each sum. */
class LedgerHistoryTest {

    private static final Instant START = Instant.parse("2026-11-20T10:20:00Z");

    /** A tenth of a credit, in millionths. */
    private static final long STEP = 100_000;

    enum Action {
        HOLD,
        CAPTURE,
        REFUND,
        SET_BALANCE,
        PASS_TIME,
        LIMIT
    }

    record Step(Action action, int number) {}

    @Property
    void agreesWithNaiveLedger(@ForAll("histories") List<Step> steps, @ForAll Windows windows) {
        Ledger ledger = new Ledger(Credits.of("50"), START, 100_000);
        NaiveLedger naive = new NaiveLedger(windows);
        Instant now = START;
        for (Step step : steps) {
            switch (step.action()) {
                case HOLD -> hold(ledger, naive, step.number(), now);
                case CAPTURE ->
                    naive.task(step.number()).ifPresent(task -> {
                        ledger.capture(task.hold, naive.now);
                        task.open = false;
                    });
                case REFUND ->
                    naive.task(step.number()).ifPresent(task -> {
                        ledger.refund(task.hold, naive.now);
                        naive.refund(task);
                    });
                case SET_BALANCE -> {
                    ledger.setBalance(new Credits(step.number() * STEP), now);
                    naive.granted = naive.spent() + step.number() * STEP;
                }
                case PASS_TIME -> {
                    now = now.plus(Duration.ofMinutes(step.number()));
                    naive.now = now;
                }
                case LIMIT -> {
                    naive.limit(step.number());
                    ledger.limit(naive.limits());
                }
            }
            Totals totals = ledger.totals();
            assertThat(totals.balance().micros()).isEqualTo(naive.balance()).isNotNegative();
            assertThat(totals.held().plus(totals.captured()).micros()).isEqualTo(naive.spent());
        }
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Action> actions = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(Action.HOLD)),
                Tuple.of(2, Arbitraries.just(Action.CAPTURE)),
                Tuple.of(2, Arbitraries.just(Action.REFUND)),
                Tuple.of(1, Arbitraries.just(Action.SET_BALANCE)),
                Tuple.of(3, Arbitraries.just(Action.PASS_TIME)),
                Tuple.of(1, Arbitraries.just(Action.LIMIT)));
        return Combinators.combine(actions, Arbitraries.integers().between(1, 200))
                .as(Step::new)
                .list()
                .ofMaxSize(120);
    }

    private static void hold(Ledger ledger, NaiveLedger naive, int number, Instant now) {
        UUID id = new UUID(0, naive.tasks.size());
        long price = number * STEP;
        List<Refusal> refusals = ledger.refusals(new Credits(price), now);

        boolean isShortOfCredits = naive.balance() < price;
        boolean isOver = naive.isOver(price, now);
        assertThat(refusals.stream().anyMatch(r -> r instanceof Refusal.ShortOfCredits))
                .isEqualTo(isShortOfCredits);
        assertThat(refusals.stream().anyMatch(r -> r instanceof OverSpendLimit)).isEqualTo(isOver);
        refusals.stream()
                .filter(OverSpendLimit.class::isInstance)
                .map(OverSpendLimit.class::cast)
                .forEach(over -> assertOpensAtStatedTime(naive, over, price, now));
        if (refusals.isEmpty()) {
            naive.tasks.add(new NaiveTask(ledger.hold(id, new Credits(price), now), price, now));
        }
    }

    private static void assertOpensAtStatedTime(NaiveLedger naive, OverSpendLimit over, long price, Instant now) {
        over.allowedAt()
                .ifPresentOrElse(
                        at -> {
                            assertThat(naive.isOver(price, at)).isFalse();
                            assertThat(naive.isOver(price, at.minusNanos(1))).isTrue();
                        },
                        () -> assertThat(naive.isOver(price, now.plus(Duration.ofDays(9))))
                                .isTrue());
    }

    private static final class NaiveTask {
        private final Hold hold;
        private final long price;
        private final Instant at;
        private boolean open = true;
        private boolean refunded;

        NaiveTask(Hold hold, long price, Instant at) {
            this.hold = hold;
            this.price = price;
            this.at = at;
        }
    }

    private static final class NaiveLedger {
        private final Windows windows;
        private final List<NaiveTask> tasks = new ArrayList<>();
        private final Map<SpendWindow, Long> limits = new HashMap<>();
        private long granted = Credits.of("50").micros();
        private Instant now = START;

        NaiveLedger(Windows windows) {
            this.windows = windows;
        }

        /** Any task, finished or not; finishing a finished task must change nothing. */
        Optional<NaiveTask> task(int number) {
            return tasks.isEmpty() ? Optional.empty() : Optional.of(tasks.get(number % tasks.size()));
        }

        void refund(NaiveTask task) {
            task.refunded |= task.open;
            task.open = false;
        }

        void limit(int number) {
            SpendWindow window = SpendWindow.values()[number % 3];
            limits.remove(window);
            if (number % 4 != 0) {
                limits.put(window, number * 4 * STEP);
            }
        }

        SpendLimits limits() {
            Map<SpendWindow, Credits> byWindow = new HashMap<>();
            limits.forEach((window, limit) -> byWindow.put(window, new Credits(limit)));
            return new SpendLimits(byWindow, windows);
        }

        long spent() {
            return tasks.stream()
                    .filter(t -> !t.refunded)
                    .mapToLong(t -> t.price)
                    .sum();
        }

        long balance() {
            return granted - spent();
        }

        boolean isOver(long price, Instant when) {
            return limits.entrySet().stream().anyMatch(e -> spent(e.getKey(), when) + price > e.getValue());
        }

        private long spent(SpendWindow window, Instant when) {
            return tasks.stream()
                    .filter(t -> !t.refunded && counts(t.at, window, when))
                    .mapToLong(t -> t.price)
                    .sum();
        }

        private boolean counts(Instant at, SpendWindow window, Instant when) {
            if (window == SpendWindow.TOTAL) {
                return true;
            }
            ChronoUnit unit = window == SpendWindow.HOURLY ? ChronoUnit.HOURS : ChronoUnit.DAYS;
            return windows == Windows.CALENDAR
                    ? at.truncatedTo(unit).equals(when.truncatedTo(unit))
                    : at.isAfter(when.minus(unit.getDuration()));
        }
    }
}
