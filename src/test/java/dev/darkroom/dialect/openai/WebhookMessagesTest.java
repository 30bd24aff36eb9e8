package dev.darkroom.dialect.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.CallbackMessage;
import dev.darkroom.api.SettingErrors;
import dev.darkroom.api.TaskIds;
import dev.darkroom.api.WebhookRules;
import dev.darkroom.callback.Attempt;
import dev.darkroom.callback.Delivery;
import dev.darkroom.callback.Webhook;
import dev.darkroom.http.Hmac;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.Plan;
import dev.darkroom.task.PublicId;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import dev.darkroom.time.RetrySchedule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookMessagesTest {

    /** The example of the libraries of Standard Webhooks. */
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final UUID TASK = UUID.fromString("8c7e2f0e-a1b2-4c3d-9e4f-5061728394a5");
    private static final Instant END = Instant.ofEpochSecond(1_780_000_000);
    private static final WebhookMessages MESSAGES = new WebhookMessages();

    @Test
    void keyOfSecretSignsAsStandardWebhooksDoes() {
        byte[] signature = Hmac.sha256(
                new Webhook("http://receiver", SECRET, List.of()).key(),
                "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}".getBytes(UTF_8));

        assertThat(Base64.getEncoder().encodeToString(signature))
                .isEqualTo("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    /** The signature was computed with Python's hmac and base64. */
    @Test
    void signsEventWithoutResult() {
        CallbackMessage message = MESSAGES.write(attempt(TASK, 1, Duration.ofSeconds(5)));

        assertThat(new String(message.body(), UTF_8))
                .isEqualTo("{\"object\":\"event\",\"id\":\"evt_8c7e2f0ea1b24c3d9e4f5061728394a5\","
                        + "\"type\":\"response.completed\",\"created_at\":1780000000,"
                        + "\"data\":{\"id\":\"resp_8c7e2f0ea1b24c3d9e4f5061728394a5\"}}");
        assertThat(message.headers())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Content-Type", "application/json",
                        "User-Agent", "OpenAI/1.0 (+https://platform.openai.com/docs/webhooks)",
                        "webhook-id", "wh_8c7e2f0ea1b24c3d9e4f5061728394a5",
                        "webhook-timestamp", "1780000005",
                        "webhook-signature", "v1,WTJvXy+xY/mrUjO3KRz+OuJRKyvW/00TPdYgwgMFBng="));
    }

    @Test
    void repeatsIdButNotTimestamp() {
        CallbackMessage first = MESSAGES.write(attempt(TASK, 1, Duration.ZERO));
        CallbackMessage second = MESSAGES.write(attempt(TASK, 2, Duration.ofHours(72)));

        assertThat(second.headers().get("webhook-id")).isEqualTo(first.headers().get("webhook-id"));
        assertThat(second.headers().get("webhook-timestamp")).isEqualTo("1780259200");
        assertThat(second.headers().get("webhook-signature"))
                .isNotEqualTo(first.headers().get("webhook-signature"));
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void otherWebhookGetsSameEventWithOtherId() {
        CallbackMessage first = MESSAGES.write(attempt(TASK, 1, Duration.ZERO));
        CallbackMessage other =
                MESSAGES.write(attempt(UUID.fromString("8c7e2f0e-a1b2-4c3d-9e4f-5060728394a5"), 1, Duration.ZERO));

        assertThat(other.body()).isEqualTo(first.body());
        assertThat(other.headers().get("webhook-id"))
                .isNotEqualTo(first.headers().get("webhook-id"));
    }

    @Test
    void messageIdContainsDeliveryId() {
        UUID delivery = PublicId.id(TASK);
        String id = MESSAGES.messageId(delivery, task()).orElseThrow();

        assertThat(TaskIds.read(id)).contains(delivery);
    }

    @ParameterizedTest
    @CsvSource({"cancelled, response.cancelled", "server_error, response.failed", "image_error, response.failed"})
    void eventOfFailureDependsOnItsCode(String code, String event) {
        assertThat(WebhookMessages.events(config(Map.of())).eventOf().apply(new Outcome.Fails(code, "a message")))
                .isEqualTo(event);
    }

    @Test
    void eventOfImageIsCompleted() {
        assertThat(WebhookMessages.events(config(Map.of())).eventOf().apply(new Outcome.Completes()))
                .isEqualTo("response.completed");
    }

    @Test
    void triesForThreeDays() {
        RetrySchedule schedule = WebhookMessages.events(config(Map.of())).schedule();

        assertThat(schedule.offset(1)).isEqualTo(Duration.ZERO);
        assertThat(schedule.offset(2)).isEqualTo(Duration.ofSeconds(5));
        assertThat(schedule.offset(schedule.attempts())).isEqualTo(Duration.ofHours(72));
        for (int attempt = 3; attempt < schedule.attempts(); attempt++) {
            assertThat(interval(schedule, attempt)).isGreaterThan(interval(schedule, attempt - 1));
        }
    }

    @Test
    void reportsInvalidSettings() {
        SettingErrors errors = SettingErrors.ofDialect("openai");

        WebhookMessages.check(
                errors,
                config(Map.of(
                        "darkroom.openai.webhook-attempts", "5s,0s",
                        "darkroom.openai.webhooks[0].url", "ftp://receiver",
                        "darkroom.openai.webhooks[0].secret", "secret-of-mine",
                        "darkroom.openai.webhooks[0].events", "response.done")));

        assertThat(errors.all())
                .containsExactly(
                        "darkroom.openai.webhooks[0].url must be an http or https URL",
                        "darkroom.openai.webhooks[0].secret must be whsec_ and then 1 to 64 bytes in Base64",
                        "darkroom.openai.webhooks[0].events=response.done must be one of " + WebhookMessages.EVENTS,
                        "darkroom.openai.webhook-attempts=[PT5S, PT0S] must be in ascending order");
    }

    @Test
    void acceptsValidSettings() {
        SettingErrors errors = SettingErrors.ofDialect("openai");
        OpenAiWebhookConfig config = config(Map.of(
                "darkroom.openai.webhooks[0].url", "http://receiver/hook",
                "darkroom.openai.webhooks[0].secret", SECRET,
                "darkroom.openai.webhooks[0].events", "response.completed,response.failed",
                "darkroom.openai.webhooks[1].url", "https://other/hook",
                "darkroom.openai.webhooks[1].secret", SECRET));

        WebhookMessages.check(errors, config);

        assertThat(errors.all()).isEmpty();
        assertThat(WebhookRules.read(config.webhooks()))
                .containsExactly(
                        new Webhook("http://receiver/hook", SECRET, List.of("response.completed", "response.failed")),
                        new Webhook("https://other/hook", SECRET, List.of()));
    }

    private static Duration interval(RetrySchedule schedule, int attempt) {
        return schedule.offset(attempt).minus(schedule.offset(attempt - 1));
    }

    private static Attempt attempt(UUID delivery, int number, Duration sinceEnd) {
        Webhook webhook = new Webhook("http://receiver", SECRET, List.of());
        return new Attempt(
                new Delivery(
                        delivery,
                        task(),
                        webhook.url(),
                        new RetrySchedule(List.of()),
                        Optional.of(new Delivery.Notice(webhook, "response.completed"))),
                number,
                false,
                END.plus(sinceEnd),
                Optional.empty());
    }

    private static TaskView task() {
        return new TaskView(
                TASK,
                TASK,
                0,
                null,
                Instant.EPOCH,
                TaskStatus.COMPLETED,
                Optional.empty(),
                new Plan(END, END, new Outcome.Completes()),
                false,
                Optional.empty());
    }

    private static OpenAiWebhookConfig config(Map<String, String> settings) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(Mapped.class)
                .withDefaultValues(settings)
                .build();
        return config.getConfigMapping(Mapped.class);
    }

    /** The settings under the prefix of the dialect. */
    @ConfigMapping(prefix = "darkroom.openai")
    interface Mapped extends OpenAiWebhookConfig {}
}
