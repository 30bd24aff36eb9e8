package dev.darkroom.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Tries;
import dev.darkroom.access.RateRule;
import dev.darkroom.chaos.FaultSet;
import dev.darkroom.chaos.Operation;
import dev.darkroom.ledger.Credits;
import dev.darkroom.ledger.Entry;
import dev.darkroom.ledger.Entry.Kind;
import dev.darkroom.ledger.SpendLimits;
import dev.darkroom.ledger.SpendLimits.Windows;
import dev.darkroom.ledger.SpendWindow;
import dev.darkroom.ledger.Totals;
import dev.darkroom.task.AcceptResult;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.Progression;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Two hundred threads start at the same moment and use one sandbox. */
class SandboxStressTest {

    private static final int THREADS = 200;
    private static final int REPETITIONS = Tries.of(20);
    private static final Outcome COMPLETES = new Outcome.Completes();
    private static final Outcome FAILS = new Outcome.Fails("some_error", "a message");

    private final SandboxFixture fixture = new SandboxFixture(
            new SandboxDefaults(
                    Credits.of("100"),
                    KeyPolicy.NONE,
                    SandboxFixture.LIFECYCLE,
                    SandboxFixture.DEFAULTS.callbackSchedule(),
                    FaultSet.NONE,
                    100_000),
            3);
    private final Sandbox sandbox = fixture.sandbox("key");

    @Test
    void balanceLimitsTheNumberOfTasks() throws Exception {
        List<AcceptResult> results = inParallel(() -> accept("2", COMPLETES));

        assertThat(results.stream().filter(AcceptResult.Accepted.class::isInstance))
                .hasSize(50);
        assertThat(sandbox.credits()).isEqualTo(totals("100", "100", "0", "0"));
    }

    @Test
    void requestsWithOneClientIdCreateOneTask() throws Exception {
        List<AcceptResult> results = inParallel(() -> sandbox.accept(
                SandboxFixture.specOfClient("2", "mine"),
                SandboxFixture.overrides(PlanOverrides.endingWith(COMPLETES))));

        assertThat(results.stream().filter(AcceptResult.Accepted.class::isInstance))
                .hasSize(1);
        assertThat(results.stream().filter(AcceptResult.Retried.class::isInstance))
                .hasSize(results.size() - 1);
        assertThat(sandbox.credits()).isEqualTo(totals("100", "2", "0", "98"));
    }

    @Test
    void spendLimitLimitsTheNumberOfTasks() throws Exception {
        limit("31", Optional.empty());

        List<AcceptResult> results = inParallel(() -> accept("2", COMPLETES));

        assertThat(results.stream().filter(AcceptResult.Accepted.class::isInstance))
                .hasSize(15);
        assertThat(sandbox.credits()).isEqualTo(totals("100", "30", "0", "70"));
    }

    @Test
    void rateLimitPermitsItsNumberOfRequests() throws Exception {
        limit("100", Optional.of(new RateRule(37, Duration.ofSeconds(10))));

        List<Duration> waits = inParallel(() -> sandbox.limits().acquire(Operation.CREATE, () -> 1));

        assertThat(waits.stream().filter(Duration::isZero)).hasSize(37);
        assertThat(waits).allMatch(wait -> wait.isZero() || wait.equals(Duration.ofSeconds(10)));
    }

    /** Creates tasks, ends the same tasks, advances the clock and changes limits and balance at the same time. */
    @Test
    void creditsAddUpUnderConcurrentChanges() throws Exception {
        inParallel(() -> {
            accept("1.5", COMPLETES);
            accept("0.7", FAILS);
            sandbox.tasks().list(Optional.empty(), Optional.empty(), 3).forEach(task -> sandbox.tasks()
                    .end(task.id(), FAILS));
            SandboxFixture.advance(sandbox, Duration.ofMillis(100));
            limit("90", Optional.empty());
            sandbox.change(SandboxFixture.balance(Credits.of("100")));
            assertThat(sandbox.credits().balance().micros()).isNotNegative();
            return sandbox.now();
        });
        SandboxFixture.advance(sandbox, Duration.ofSeconds(2));

        Totals totals = sandbox.credits();
        List<Entry> entries = sandbox.ledgerEntries(1_000_000);
        assertThat(totals.held()).isEqualTo(Credits.ZERO);
        assertThat(totals.granted().minus(totals.captured())).isEqualTo(totals.balance());
        assertThat(entries).allMatch(entry -> entry.balance().micros() >= 0);
        assertThat(count(entries, Kind.HOLD)).isGreaterThan(THREADS);
        assertThat(count(entries, Kind.REFUND))
                .isEqualTo(tasks(TaskStatus.FAILED))
                .isPositive();
        assertThat(count(entries, Kind.CAPTURE)).isEqualTo(tasks(TaskStatus.COMPLETED));
        assertThat(count(entries, Kind.HOLD)).isEqualTo(count(entries, Kind.REFUND) + count(entries, Kind.CAPTURE));
    }

    @Test
    void resetsLeaveEveryLedgerConsistent() throws Exception {
        List<Sandbox> used = inParallel(() -> {
            Sandbox present = fixture.sandbox("key");
            present.accept(
                    SandboxFixture.spec("1", Optional.empty()),
                    SandboxFixture.overrides(PlanOverrides.endingWith(FAILS)));
            fixture.sandboxes.reset(present.key());
            return present;
        });
        assertThat(used)
                .allMatch(s -> s.credits().balance().plus(s.credits().held()).equals(Credits.of("100")));
    }

    /** Three idle sandboxes are kept, so others are evicted all the time, some just before their first task. */
    @Test
    void everyAcceptedTaskSurvivesEvictions() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        PlanOverrides held = SandboxFixture.overrides(PlanOverrides.NONE).with(new Progression.Held());
        List<Created> created = inParallel(() -> {
            String key = "key " + calls.incrementAndGet() % 100;
            fixture.sandbox("idle " + calls.get());
            AcceptResult result;
            do {
                result = fixture.sandbox(key).accept(SandboxFixture.spec("0.001", Optional.empty()), held);
            } while (result instanceof AcceptResult.Closed);
            return new Created(key, ((AcceptResult.Accepted) result).task().id());
        });

        assertThat(created).hasSize(THREADS * REPETITIONS);
        assertThat(created)
                .allMatch(task -> fixture.sandbox(task.key()).task(task.id()).isPresent());
        assertThat(fixture.sandboxes.dropped()).isPositive();
    }

    private record Created(String key, UUID id) {}

    @Test
    void sandboxesShareNothingUnderLoad() throws Exception {
        Sandbox other = fixture.sandbox("other");
        inParallel(() -> {
            TaskView mine = ((AcceptResult.Accepted) accept("0.001", FAILS)).task();
            TaskView theirs = ((AcceptResult.Accepted) other.accept(
                            SandboxFixture.spec("0.002", Optional.empty()),
                            SandboxFixture.overrides(PlanOverrides.endingWith(COMPLETES))))
                    .task();
            assertThat(sandbox.task(theirs.id())).isEmpty();
            assertThat(other.task(mine.id())).isEmpty();
            return mine;
        });
        assertThat(sandbox.credits().held()).isEqualTo(Credits.of("4"));
        assertThat(other.credits().held()).isEqualTo(Credits.of("8"));
    }

    private AcceptResult accept(String price, Outcome outcome) {
        return sandbox.accept(
                SandboxFixture.spec(price, Optional.empty()),
                SandboxFixture.overrides(PlanOverrides.endingWith(outcome)));
    }

    private void limit(String hourly, Optional<RateRule> creates) {
        SpendLimits limits = new SpendLimits(Map.of(SpendWindow.HOURLY, Credits.of(hourly)), Windows.ROLLING);
        sandbox.change(
                SandboxFixture.policy(policy -> policy.withSpendLimits(limits).withRateLimit(creates)));
    }

    private long tasks(TaskStatus status) {
        return sandbox.tasks().count(status);
    }

    private static long count(List<Entry> entries, Kind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).count();
    }

    /** The results of all calls of all threads. */
    private static <T> List<T> inParallel(Supplier<T> action) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<T>>> results = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                results.add(threads.submit((Callable<List<T>>) () -> {
                    List<T> threadResults = new ArrayList<>();
                    start.await();
                    for (int repetition = 0; repetition < REPETITIONS; repetition++) {
                        threadResults.add(action.get());
                    }
                    return threadResults;
                }));
            }
            start.countDown();
            List<T> all = new ArrayList<>();
            for (Future<List<T>> result : results) {
                all.addAll(result.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Totals totals(String granted, String held, String captured, String balance) {
        return new Totals(Credits.of(granted), Credits.of(held), Credits.of(captured), Credits.of(balance));
    }
}
