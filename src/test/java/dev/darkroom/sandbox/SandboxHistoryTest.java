package dev.darkroom.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.chaos.FaultSet;
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
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Random histories of a sandbox, in which tasks complete or fail, time passes or is advanced, the control API changes
 * tasks, balances and limits, and the sandbox is reset. After every step, the credits of every task add up.
 */
class SandboxHistoryTest {

    private static final Outcome COMPLETES = new Outcome.Completes();
    private static final Outcome FAILS = new Outcome.Fails("some_error", "a message");
    private static final List<Progression> PROGRESSIONS = List.of(
            Progression.TIMED,
            new Progression.Instantly(),
            new Progression.Polls(1),
            new Progression.Polls(3),
            new Progression.Held());
    private static final SandboxDefaults DEFAULTS = new SandboxDefaults(
            Credits.of("50"),
            KeyPolicy.NONE,
            SandboxFixture.LIFECYCLE,
            SandboxFixture.DEFAULTS.callbackSchedule(),
            FaultSet.NONE,
            1000);

    enum Action {
        CREATE,
        CREATE_FAILING,
        PASS,
        ADVANCE,
        FREEZE,
        RESUME,
        COMPLETE,
        FAIL,
        HOLD,
        RELEASE,
        POLL,
        SCALE,
        PROGRESSION,
        SET_BALANCE,
        LIMIT,
        RESET
    }

    record Step(Action action, int number) {}

    @Property
    void creditsAlwaysAddUp(@ForAll("histories") List<Step> steps) {
        SandboxFixture fixture = new SandboxFixture(DEFAULTS, 3);
        Map<UUID, TaskStatus> lastStatuses = new HashMap<>();
        for (Step step : steps) {
            Sandbox sandbox = fixture.sandbox("key");
            apply(step, sandbox, fixture);
            if (step.action() == Action.RESET) {
                lastStatuses.clear();
            }
            Sandbox current = fixture.sandbox("key");
            assertAddsUp(current.credits(), current.ledgerEntries(100_000));
            assertEveryTaskIsPaidOnce(current, lastStatuses);
        }
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Action> actions = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(Action.CREATE, Action.CREATE_FAILING)),
                Tuple.of(6, Arbitraries.of(Action.class)),
                Tuple.of(2, Arbitraries.of(Action.PASS, Action.ADVANCE)));
        return Combinators.combine(actions, Arbitraries.integers().between(0, 99))
                .as(Step::new)
                .list()
                .ofMaxSize(100);
    }

    private static void apply(Step step, Sandbox sandbox, SandboxFixture fixture) {
        switch (step.action()) {
            case CREATE -> create(sandbox, step.number(), COMPLETES);
            case CREATE_FAILING -> create(sandbox, step.number(), FAILS);
            case PASS -> fixture.realTime.pass(Duration.ofMillis(step.number() * 20L));
            case ADVANCE -> SandboxFixture.advance(sandbox, Duration.ofMillis(step.number() * 30L));
            case FREEZE -> sandbox.time().freeze();
            case RESUME -> sandbox.time().resume();
            case COMPLETE ->
                pick(sandbox, step.number()).ifPresent(id -> sandbox.tasks().end(id, COMPLETES));
            case FAIL ->
                pick(sandbox, step.number()).ifPresent(id -> sandbox.tasks().end(id, FAILS));
            case HOLD -> pick(sandbox, step.number()).ifPresent(sandbox.tasks()::hold);
            case RELEASE -> pick(sandbox, step.number()).ifPresent(sandbox.tasks()::release);
            case POLL -> pick(sandbox, step.number()).ifPresent(sandbox::poll);
            case SCALE -> sandbox.time().setScale(BigDecimal.valueOf(step.number() + 1L));
            case PROGRESSION ->
                sandbox.change(SandboxFixture.progression(PROGRESSIONS.get(step.number() % PROGRESSIONS.size())));
            case SET_BALANCE -> sandbox.change(SandboxFixture.balance(new Credits(step.number() * 500L)));
            case LIMIT ->
                sandbox.change(SandboxFixture.policy(policy -> policy.withSpendLimits(limits(step.number()))));
            case RESET -> fixture.sandboxes.reset(sandbox.key());
        }
    }

    private static void create(Sandbox sandbox, int number, Outcome outcome) {
        Totals before = sandbox.credits();
        AcceptResult result = sandbox.accept(
                SandboxFixture.spec("0." + (number + 1), Optional.empty()),
                SandboxFixture.overrides(PlanOverrides.endingWith(outcome)));
        if (!(result instanceof AcceptResult.Accepted)) {
            assertThat(sandbox.credits()).isEqualTo(before);
        }
    }

    private static Optional<UUID> pick(Sandbox sandbox, int number) {
        List<TaskView> tasks = sandbox.tasks().list(Optional.empty(), Optional.empty(), 1000);
        return tasks.isEmpty()
                ? Optional.empty()
                : Optional.of(tasks.get(number % tasks.size()).id());
    }

    private static SpendLimits limits(int number) {
        SpendWindow window = SpendWindow.values()[number % 3];
        return new SpendLimits(Map.of(window, new Credits(number * 100L)), Windows.values()[number % 2]);
    }

    private static void assertAddsUp(Totals totals, List<Entry> entries) {
        assertThat(totals.granted().minus(totals.held()).minus(totals.captured()))
                .isEqualTo(totals.balance());
        assertThat(totals.balance().micros()).isNotNegative();
        assertThat(entries).allMatch(entry -> entry.balance().micros() >= 0);
        assertThat(entries.get(entries.size() - 1).balance()).isEqualTo(totals.balance());
        assertThat(sum(entries, Kind.GRANT)).isEqualTo(totals.granted());
        assertThat(sum(entries, Kind.CAPTURE)).isEqualTo(totals.captured());
        assertThat(sum(entries, Kind.HOLD).minus(sum(entries, Kind.CAPTURE)).minus(sum(entries, Kind.REFUND)))
                .isEqualTo(totals.held());
    }

    private static void assertEveryTaskIsPaidOnce(Sandbox sandbox, Map<UUID, TaskStatus> lastStatuses) {
        Map<UUID, List<Kind>> movements = sandbox.ledgerEntries(100_000).stream()
                .filter(entry -> entry.taskId().isPresent())
                .collect(Collectors.groupingBy(
                        entry -> entry.taskId().orElseThrow(), Collectors.mapping(Entry::kind, Collectors.toList())));
        for (TaskView task : sandbox.tasks().list(Optional.empty(), Optional.empty(), 1000)) {
            assertThat(movements.remove(task.id()))
                    .containsExactlyElementsOf(
                            switch (task.status()) {
                                case PENDING, PROCESSING -> List.of(Kind.HOLD);
                                case COMPLETED -> List.of(Kind.HOLD, Kind.CAPTURE);
                                case FAILED -> List.of(Kind.HOLD, Kind.REFUND);
                            });
            TaskStatus before = lastStatuses.put(task.id(), task.status());
            assertThat(before == null || before.compareTo(task.status()) <= 0).isTrue();
            assertThat(before == null || !before.isFinished() || before == task.status())
                    .isTrue();
        }
        assertThat(movements).isEmpty();
    }

    private static Credits sum(List<Entry> entries, Kind kind) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .map(Entry::amount)
                .reduce(Credits.ZERO, Credits::plus);
    }
}
