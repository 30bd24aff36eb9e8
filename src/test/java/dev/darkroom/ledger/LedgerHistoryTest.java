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
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random histories of a ledger, beside a naive one that remembers everything and adds it up anew each time. */
class LedgerHistoryTest {

    private static final Instant START = Instant.parse("2026-11-20T10:20:00Z");

    enum Act {
        HOLD,
        CAPTURE,
        REFUND,
        SET_BALANCE,
        PASS,
        LIMIT
    }

    record Step(Act act, int number) {}

    @Property
    void theFastOneAgreesWithTheNaiveOne(@ForAll("histories") List<Step> steps, @ForAll Windows windows) {
        Ledger ledger = new Ledger(Credits.of("50"), START, 100_000);
        Naive naive = new Naive(windows);
        Instant now = START;
        for (Step step : steps) {
            switch (step.act()) {
                case HOLD -> hold(ledger, naive, step.number(), now);
                case CAPTURE ->
                    naive.pick(step.number()).ifPresent(task -> {
                        ledger.capture(task.hold, naive.now);
                        task.open = false;
                    });
                case REFUND ->
                    naive.pick(step.number()).ifPresent(task -> {
                        ledger.refund(task.hold, naive.now);
                        naive.refund(task);
                    });
                case SET_BALANCE -> {
                    ledger.setBalance(new Credits(step.number() * 100L), now);
                    naive.granted = naive.spent() + step.number() * 100L;
                }
                case PASS -> {
                    now = now.plus(Duration.ofMinutes(step.number()));
                    naive.now = now;
                }
                case LIMIT -> {
                    naive.limit(step.number());
                    ledger.limit(naive.limits());
                }
            }
            Totals totals = ledger.totals();
            assertThat(totals.balance().thousandths())
                    .isEqualTo(naive.balance())
                    .isNotNegative();
            assertThat(totals.held().plus(totals.captured()).thousandths()).isEqualTo(naive.spent());
        }
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Act> acts = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, Arbitraries.just(Act.HOLD)),
                net.jqwik.api.Tuple.of(2, Arbitraries.just(Act.CAPTURE)),
                net.jqwik.api.Tuple.of(2, Arbitraries.just(Act.REFUND)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(Act.SET_BALANCE)),
                net.jqwik.api.Tuple.of(3, Arbitraries.just(Act.PASS)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(Act.LIMIT)));
        return Combinators.combine(acts, Arbitraries.integers().between(1, 200))
                .as(Step::new)
                .list()
                .ofMaxSize(120);
    }

    private static void hold(Ledger ledger, Naive naive, int number, Instant now) {
        UUID id = new UUID(0, naive.tasks.size());
        long price = number * 100L;
        List<Refusal> refusals = ledger.refusals(new Credits(price), now);

        boolean isShort = naive.balance() < price;
        boolean isOver = naive.isOver(price, now);
        assertThat(refusals.stream().anyMatch(r -> r instanceof Refusal.ShortOfCredits))
                .isEqualTo(isShort);
        assertThat(refusals.stream().anyMatch(r -> r instanceof OverSpendLimit)).isEqualTo(isOver);
        refusals.stream()
                .filter(OverSpendLimit.class::isInstance)
                .map(OverSpendLimit.class::cast)
                .forEach(over -> opensWhenItSays(naive, over, price, now));
        if (refusals.isEmpty()) {
            naive.tasks.add(new NaiveTask(ledger.hold(id, new Credits(price), now), price, now));
        }
    }

    private static void opensWhenItSays(Naive naive, OverSpendLimit over, long price, Instant now) {
        over.opensAt()
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

    private static final class Naive {
        private final Windows windows;
        private final List<NaiveTask> tasks = new ArrayList<>();
        private final Map<SpendWindow, Long> limits = new HashMap<>();
        private long granted = 50_000;
        private Instant now = START;

        Naive(Windows windows) {
            this.windows = windows;
        }

        /** Sometimes a task that is finished already, which must change nothing. */
        java.util.Optional<NaiveTask> pick(int number) {
            return tasks.isEmpty()
                    ? java.util.Optional.empty()
                    : java.util.Optional.of(tasks.get(number % tasks.size()));
        }

        void refund(NaiveTask task) {
            task.refunded |= task.open;
            task.open = false;
        }

        void limit(int number) {
            SpendWindow window = SpendWindow.values()[number % 3];
            limits.remove(window);
            if (number % 4 != 0) {
                limits.put(window, number * 400L);
            }
        }

        SpendLimits limits() {
            Map<SpendWindow, Credits> most = new HashMap<>();
            limits.forEach((window, limit) -> most.put(window, new Credits(limit)));
            return new SpendLimits(most, windows);
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
