package dev.darkroom.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.callback.Attempt;
import dev.darkroom.callback.AttemptResult;
import dev.darkroom.callback.CallbackState;
import dev.darkroom.callback.CallbackView;
import dev.darkroom.callback.Redelivery;
import dev.darkroom.callback.Webhook;
import dev.darkroom.memory.SharedMemory;
import dev.darkroom.task.AcceptResult;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.TaskSpec;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.WebhookEvents;
import dev.darkroom.time.ManualTime;
import dev.darkroom.time.RetrySchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WebhooksTest {

    private static final Instant END = ManualTime.START.plusSeconds(2);
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final WebhookEvents EVENTS = new WebhookEvents(
            outcome -> outcome instanceof Outcome.Fails failure ? "job." + failure.code() : "job.completed",
            new RetrySchedule(
                    List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofHours(72))));

    private final SandboxFixture fixture = new SandboxFixture();
    private final Sandbox sandbox = fixture.sandbox("key");

    @Test
    void callsEveryWebhookThatReceivesTheEvent() {
        setUp(webhook("a"), webhook("b", "job.failed"), webhook("c", "job.failed", "job.completed"));
        UUID task = accept("a prompt");

        fixture.pass(Duration.ofDays(4), sandbox);

        assertThat(fixture.attempts).extracting(Attempt::url).containsExactly("http://a/hook", "http://c/hook");
        assertThat(fixture.attempts).extracting(Attempt::at).containsExactly(END, END);
        assertThat(fixture.attempts)
                .allMatch(attempt ->
                        attempt.delivery().notice().orElseThrow().event().equals("job.completed"));
        assertThat(callbacks(task)).extracting(CallbackView::event).containsOnly(Optional.of("job.completed"));
    }

    @Test
    void derivesEventFromOutcome() {
        setUp(webhook("a"));

        sandbox.tasks().end(accept("a prompt"), new Outcome.Fails("cancelled", "Some message"));
        sandbox.runDue();

        assertThat(fixture.attempts).singleElement().satisfies(attempt -> assertThat(
                        attempt.delivery().notice().orElseThrow().event())
                .isEqualTo("job.cancelled"));
    }

    @Test
    void attemptsEachDeliveryOnTheScheduleOfTheDialect() {
        setUp(webhook("a"), webhook("b"));
        fixture.result = Optional.of(new AttemptResult.Responded(302));
        UUID task = accept("a prompt");

        fixture.pass(Duration.ofDays(4), sandbox);

        for (String url : List.of("http://a/hook", "http://b/hook")) {
            assertThat(fixture.attempts)
                    .filteredOn(attempt -> attempt.url().equals(url))
                    .extracting(attempt -> Duration.between(END, attempt.at()))
                    .containsExactlyElementsOf(EVENTS.schedule().offsets());
        }
        assertThat(fixture.attempts).filteredOn(Attempt::isLast).hasSize(2);
        assertThat(callbacks(task)).extracting(CallbackView::state).containsOnly(CallbackState.GIVEN_UP);
    }

    @Test
    void callsUrlOfRequestOnTheScheduleOfTheSandbox() {
        setUp(webhook("a"));
        fixture.result = Optional.of(new AttemptResult.Responded(500));
        accept(spec("a prompt", Optional.of("http://receiver/hook")));

        fixture.pass(Duration.ofDays(4), sandbox);

        assertThat(fixture.attempts)
                .filteredOn(attempt -> attempt.url().equals("http://receiver/hook"))
                .hasSize(3)
                .allMatch(attempt -> attempt.delivery().notice().isEmpty());
        assertThat(fixture.attempts)
                .filteredOn(attempt -> attempt.url().equals("http://a/hook"))
                .hasSize(4);
    }

    @Test
    void callsWebhooksThatAreSetUpWhenTheTaskEnds() {
        setUp(webhook("old"));
        accept("a prompt");
        setUp(webhook("new"));

        fixture.pass(Duration.ofSeconds(2), sandbox);

        assertThat(fixture.attempts).extracting(Attempt::url).containsExactly("http://new/hook");
    }

    @Test
    void tellsNoWebhookAboutOtherTasks() {
        setUp(webhook("a"));
        SandboxFixture.accept(sandbox, "1");

        fixture.pass(Duration.ofSeconds(2), sandbox);

        assertThat(fixture.attempts).isEmpty();
    }

    @Test
    void redeliversOneDelivery() {
        setUp(webhook("a"), webhook("b"));
        UUID task = accept("a prompt");
        fixture.pass(Duration.ofSeconds(2), sandbox);
        UUID second = callbacks(task).get(1).id();

        assertThat(sandbox.callbacks().redeliver(second, view -> {})).isEqualTo(Redelivery.STARTED);

        assertThat(callbacks(task).get(0).id()).isEqualTo(task);
        assertThat(second).isNotEqualTo(task);
        assertThat(fixture.attempts).extracting(Attempt::url).endsWith("http://b/hook", "http://b/hook");
        assertThat(fixture.attempts.get(2).delivery())
                .isEqualTo(fixture.attempts.get(1).delivery());
        assertThat(sandbox.callbacks().find(second).orElseThrow().attempts()).hasSize(2);
        assertThat(sandbox.callbacks().find(task).orElseThrow().attempts()).hasSize(1);
    }

    @Test
    void sameSeedGivesSameIds() {
        List<List<UUID>> runs = List.of(idsOfRun(), idsOfRun());

        assertThat(runs.get(0)).hasSize(3).doesNotHaveDuplicates().isEqualTo(runs.get(1));
    }

    @Test
    void listsDeliveriesPageByPage() {
        setUp(webhook("a"), webhook("b"), webhook("c"));
        UUID task = accept("a prompt");
        fixture.pass(Duration.ofSeconds(2), sandbox);
        List<CallbackView> all = callbacks(task);

        assertThat(sandbox.callbacks()
                        .list(Optional.empty(), Optional.of(all.get(0).id()), 10))
                .isEqualTo(all.subList(1, 3));
    }

    @Test
    void dropsAllDeliveriesWithTheirTask() {
        setUp(webhook("a"), webhook("b"));
        fixture.result = Optional.of(new AttemptResult.Responded(500));
        UUID task = accept("a prompt");
        fixture.pass(Duration.ofSeconds(2), sandbox);
        for (int i = 0; i < SandboxFixture.DEFAULTS.tasks(); i++) {
            SandboxFixture.accept(sandbox, "0.1");
        }

        assertThat(callbacks(task)).isEmpty();
        assertThat(sandbox.callbacks().list(Optional.empty(), Optional.empty(), 10))
                .isEmpty();
        assertThat(sandbox.callbacks().dropped()).isEqualTo(2);
        fixture.pass(Duration.ofDays(4), sandbox);
        assertThat(fixture.attempts).hasSize(2);
    }

    @Test
    void triggerAppliesToEveryDelivery() {
        setUp(webhook("a"), webhook("b"));
        UUID task = accept("a prompt [[callback: drop]]");

        fixture.pass(Duration.ofDays(4), sandbox);

        assertThat(fixture.attempts).isEmpty();
        assertThat(callbacks(task)).hasSize(2).allSatisfy(callback -> assertThat(callback.attempts())
                .hasSize(4)
                .allMatch(attempt -> attempt.result().equals(Optional.of(new AttemptResult.Lost()))));
    }

    @Test
    void earlyCallbackReachesEveryWebhook() {
        setUp(webhook("a"), webhook("b"));

        AcceptResult.Accepted accepted = accepted(spec("a prompt [[callback: early]]", Optional.empty()));
        sandbox.runDue();

        assertThat(accepted.hasEarlyCallback()).isTrue();
        assertThat(fixture.attempts).extracting(Attempt::at).containsExactly(ManualTime.START, ManualTime.START);
    }

    @Test
    void callbackIsNotEarlyWithoutWebhooks() {
        assertThat(accepted(spec("a prompt [[callback: early]]", Optional.empty()))
                        .hasEarlyCallback())
                .isFalse();
    }

    @Test
    void deliveriesTakeTheRoomOfOlderTasks() {
        SharedMemory memory = new SharedMemory(500_000);
        SandboxFixture small = new SandboxFixture(new Sandboxes.Settings(
                AccountDefaults.allWith(new SandboxDefaults(
                        SandboxFixture.DEFAULTS.credits(),
                        KeyPolicy.NONE,
                        SandboxFixture.LIFECYCLE,
                        SandboxFixture.DEFAULTS.callbackSchedule(),
                        SandboxFixture.DEFAULTS.faults(),
                        1000)),
                Map.of(),
                true,
                10,
                42,
                memory,
                0,
                SharedMemory.unlimited()));
        Sandbox flooding = small.sandbox("flooding");
        Webhook[] webhooks = new Webhook[Webhook.MAX];
        for (int i = 0; i < webhooks.length; i++) {
            webhooks[i] = webhook("host" + i);
        }
        flooding.change(SandboxFixture.policy(policy -> policy.withWebhooks(List.of(webhooks))));
        for (int i = 0; i < 100; i++) {
            flooding.accept(spec("a prompt", Optional.empty()), SandboxFixture.overrides(PlanOverrides.NONE));
        }

        small.pass(Duration.ofSeconds(2), flooding);

        int kept = flooding.tasks().count(TaskStatus.COMPLETED);
        assertThat(kept).isBetween(5, 90);
        assertThat(small.attempts.size()).isEqualTo(kept * Webhook.MAX);
        assertThat(memory.used()).isLessThanOrEqualTo(memory.limit());
        small.sandboxes.reset(flooding.key());
        assertThat(memory.used()).isZero();
    }

    private List<UUID> idsOfRun() {
        fixture.sandboxes.reset(sandbox.key());
        Sandbox fresh = fixture.sandbox("key");
        fresh.change(SandboxFixture.policy(
                policy -> policy.withWebhooks(List.of(webhook("a"), webhook("b"), webhook("c")))));
        UUID task = ((AcceptResult.Accepted)
                        fresh.accept(spec("p", Optional.empty()), SandboxFixture.overrides(PlanOverrides.NONE)))
                .task()
                .id();
        fixture.pass(Duration.ofSeconds(2), fresh);
        return fresh.callbacks().ofTask(task).stream().map(CallbackView::id).toList();
    }

    private void setUp(Webhook... webhooks) {
        sandbox.change(SandboxFixture.policy(policy -> policy.withWebhooks(List.of(webhooks))));
    }

    private List<CallbackView> callbacks(UUID task) {
        return sandbox.callbacks().ofTask(task);
    }

    private UUID accept(String prompt) {
        return accept(spec(prompt, Optional.empty()));
    }

    private UUID accept(TaskSpec spec) {
        return accepted(spec).task().id();
    }

    private AcceptResult.Accepted accepted(TaskSpec spec) {
        return (AcceptResult.Accepted) sandbox.accept(spec, SandboxFixture.overrides(PlanOverrides.NONE));
    }

    private static Webhook webhook(String host, String... events) {
        return new Webhook("http://" + host + "/hook", SECRET, List.of(events));
    }

    private static TaskSpec spec(String prompt, Optional<String> callback) {
        TaskSpec spec = SandboxFixture.spec("0.1", callback);
        return new TaskSpec(
                        spec.dialect(),
                        spec.model(),
                        spec.mode(),
                        prompt,
                        spec.references(),
                        spec.image(),
                        spec.count(),
                        spec.price(),
                        spec.callback(),
                        spec.baseUrl())
                .withWebhooks(EVENTS);
    }
}
