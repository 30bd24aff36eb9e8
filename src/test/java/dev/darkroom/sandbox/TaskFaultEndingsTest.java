package dev.darkroom.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.chaos.TestRules;
import dev.darkroom.ledger.Credits;
import dev.darkroom.task.AcceptResult;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.Progression;
import dev.darkroom.task.StatusFault;
import dev.darkroom.task.TaskEffect;
import dev.darkroom.task.TaskView;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault of a task with each way in which the task ends: the status, the credits and the mark agree. */
class TaskFaultEndingsTest {

    private static final Outcome.Fails FAILS = new Outcome.Fails("by hand", "a message");
    private static final Credits PAID = Credits.of("8");
    private static final Credits REFUNDED = Credits.of("10");

    private final SandboxFixture fixture = new SandboxFixture();
    private final Sandbox sandbox = fixture.sandbox("key");

    /** How a task ends. */
    private enum Ending {
        BY_TIME,
        COMPLETED_BY_HAND,
        FAILED_BY_HAND,
        BY_FAIL_TRIGGER
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // fault, by time, completed by hand, failed by hand, by [[fail]]
                "{\"fail\":\"upstream_error\"}          | failed back rule    | completed paid      | failed back rule  | failed back trigger",
                "{\"no_refund\":true}      | failed paid rule    | completed paid      | failed paid rule  | failed paid trigger, rule",
                "{\"no_output\":true}      | empty paid rule     | empty paid rule     | failed back       | failed back trigger",
                "{\"slow\":2}              | completed paid rule | completed paid      | failed back       | failed back trigger",
                "{\"stall\":true}          | unfinished rule     | completed paid      | failed back       | failed back trigger",
                "{\"amnesia\":\"1s\"}      | completed paid      | completed paid      | failed back       | failed back trigger",
                "{\"flicker\":true}        | completed paid rule | completed paid rule | failed back rule  | failed back trigger"
            })
    void statusCreditsAndMarkAgree(
            String fault, String byTime, String completedByHand, String failedByHand, String byTrigger) {
        assertThat(end(fault, Ending.BY_TIME)).isEqualTo(byTime);
        assertThat(end(fault, Ending.COMPLETED_BY_HAND)).isEqualTo(completedByHand);
        assertThat(end(fault, Ending.FAILED_BY_HAND)).isEqualTo(failedByHand);
        assertThat(end(fault, Ending.BY_FAIL_TRIGGER)).isEqualTo(byTrigger);
    }

    static Stream<String> faults() {
        return Stream.of(
                "{\"fail\":\"upstream_error\"}",
                "{\"no_refund\":true}",
                "{\"no_output\":true}",
                "{\"slow\":2}",
                "{\"stall\":true}",
                "{\"amnesia\":\"1s\"}",
                "{\"flicker\":true}");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void createResponseHasMark(String fault) {
        assertThat(accept(sandbox, fault, PlanOverrides.NONE).fault()).contains("rule");
    }

    @Test
    void markOfAmnesiaEndsWhenPollsFindTheTask() {
        UUID task = accept(sandbox, "{\"amnesia\":\"1s\"}", PlanOverrides.NONE).id();

        fixture.pass(Duration.ofMillis(999), sandbox);
        assertThat(sandbox.poll(task).task()).isEmpty();
        assertThat(sandbox.poll(task).fault()).contains("rule");
        fixture.pass(Duration.ofMillis(1), sandbox);
        assertThat(sandbox.poll(task).task()).isPresent();
        assertThat(sandbox.poll(task).fault()).isEmpty();
    }

    @Test
    void markOfFlickerEndsWithThePollThatGoesBack() {
        UUID task = accept(sandbox, "{\"flicker\":true}", PlanOverrides.NONE).id();
        fixture.pass(Duration.ofSeconds(2), sandbox);

        assertThat(sandbox.poll(task).fault()).contains("rule");
        assertThat(sandbox.poll(task).fault()).contains("rule");
        assertThat(sandbox.poll(task).fault()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"amnesia\":\"1s\"}", "{\"flicker\":true}"})
    void taskThatItsClientCannotPollHasNoMarkOfFaultInPolls(String fault) {
        TaskView task = accept(sandbox, fault, PlanOverrides.NONE.with(StatusFault.UNSEEN));

        assertThat(task.fault()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"instant", "polls:2"})
    void taskThatTimeDoesNotMoveIsNotSlow(String progression) {
        sandbox.change(SandboxFixture.progression(Progression.parse(progression).orElseThrow()));

        assertThat(accept(sandbox, "{\"slow\":2}", PlanOverrides.NONE).fault()).isEmpty();
    }

    @Test
    void noRefundRuleAppliesBesideTriggerThatCompletesIfTaskFailsByHand() {
        PlanOverrides slow = PlanOverrides.NONE.causedByTrigger("trigger", TaskEffect.SLOWNESS);
        TaskView created = accept(sandbox, "{\"no_refund\":true}", slow);
        assertThat(created.fault()).contains("trigger");

        TaskView failed = sandbox.tasks().end(created.id(), FAILS).orElseThrow();

        assertThat(failed.fault()).contains("rule");
        assertThat(sandbox.credits().balance()).isEqualTo(PAID);
    }

    @Test
    void callbackHasMarkOnlyWhereFaultApplies() {
        sandbox.faults().replace(TestRules.set(rule("{\"no_refund\":true}")));
        UUID completed = SandboxFixture.acceptWithCallback(sandbox);
        UUID failed = SandboxFixture.acceptWithCallback(sandbox);
        sandbox.tasks().end(completed, new Outcome.Completes());
        sandbox.tasks().end(failed, FAILS);
        sandbox.runDue();

        assertThat(fixture.attempts)
                .extracting(attempt -> attempt.task().fault())
                .containsExactly(Optional.empty(), Optional.of("rule"));
    }

    @Test
    void earlyCallbackHasBothMarks() {
        sandbox.faults()
                .replace(TestRules.set(rule("{\"fail\":true}")
                        + ",{\"name\":\"early\",\"when\":{\"operation\":\"callback\"},\"then\":{\"early\":true}}"));
        UUID task = SandboxFixture.acceptWithCallback(sandbox);

        assertThat(sandbox.poll(task).fault()).contains("rule, early");
    }

    /** What a poll reports after the end, the credits, and the mark, in a new sandbox. */
    private static String end(String fault, Ending ending) {
        SandboxFixture fixture = new SandboxFixture();
        Sandbox sandbox = fixture.sandbox("key");
        PlanOverrides requested = ending == Ending.BY_FAIL_TRIGGER
                ? PlanOverrides.endingWith(FAILS).causedByTrigger("trigger", TaskEffect.FAILURE)
                : PlanOverrides.NONE;
        UUID task = accept(sandbox, fault, requested).id();
        fixture.pass(Duration.ofSeconds(1), sandbox);
        switch (ending) {
            case COMPLETED_BY_HAND -> sandbox.tasks().end(task, new Outcome.Completes());
            case FAILED_BY_HAND -> sandbox.tasks().end(task, FAILS);
            case BY_TIME, BY_FAIL_TRIGGER -> fixture.pass(Duration.ofSeconds(10), sandbox);
        }
        TaskView ended = sandbox.poll(task).task().orElseThrow();
        return status(ended)
                + credits(sandbox, ended)
                + ended.fault().map(name -> " " + name).orElse("");
    }

    private static String status(TaskView task) {
        if (!task.status().isFinished()) {
            return "unfinished";
        }
        return task.plan().outcome() instanceof Outcome.Completes completes
                ? completes.hasOutput() ? "completed" : "empty"
                : "failed";
    }

    private static String credits(Sandbox sandbox, TaskView task) {
        if (!task.status().isFinished()) {
            return "";
        }
        Credits balance = sandbox.credits().balance();
        assertThat(balance).isIn(PAID, REFUNDED);
        return balance.equals(PAID) ? " paid" : " back";
    }

    private static TaskView accept(Sandbox sandbox, String fault, PlanOverrides requested) {
        sandbox.faults().replace(TestRules.set(rule(fault)));
        return ((AcceptResult.Accepted)
                        sandbox.accept(SandboxFixture.spec("2", Optional.empty()), SandboxFixture.overrides(requested)))
                .task();
    }

    private static String rule(String then) {
        return "{\"name\":\"rule\",\"when\":{\"operation\":\"task\"},\"then\":" + then + "}";
    }
}
