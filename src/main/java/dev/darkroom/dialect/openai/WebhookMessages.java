package dev.darkroom.dialect.openai;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.CallbackFormat;
import dev.darkroom.api.CallbackMessage;
import dev.darkroom.api.SettingErrors;
import dev.darkroom.api.TaskIds;
import dev.darkroom.api.WebhookRules;
import dev.darkroom.callback.Attempt;
import dev.darkroom.callback.Delivery.Notice;
import dev.darkroom.http.Hmac;
import dev.darkroom.http.json.Json;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.PublicId;
import dev.darkroom.task.TaskView;
import dev.darkroom.task.WebhookEvents;
import dev.darkroom.time.RetrySchedule;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The messages to webhooks (providers/openai.md §11.5). They follow Standard Webhooks, and name the response without
 * its result.
 */
final class WebhookMessages implements CallbackFormat {

    private static final String PREFIX = "response.";

    /** The events that a webhook can receive. No response ends as incomplete here. */
    static final List<String> EVENTS =
            List.of(PREFIX + "completed", PREFIX + "failed", PREFIX + ResponseJson.CANCELLED, PREFIX + "incomplete");

    private static final String USER_AGENT = "OpenAI/1.0 (+https://platform.openai.com/docs/webhooks)";

    /** The events and the attempts that report the end of a background response. */
    static WebhookEvents events(OpenAiWebhookConfig config) {
        return new WebhookEvents(WebhookMessages::event, new RetrySchedule(schedule(config)));
    }

    /** Skips invalid attempts. {@link #check} reports them later, and stops the start. */
    private static List<Duration> schedule(OpenAiWebhookConfig config) {
        return config.webhookAttempts().stream()
                .filter(offset -> !offset.isNegative())
                .sorted()
                .toList();
    }

    static void check(SettingErrors errors, OpenAiWebhookConfig config) {
        WebhookRules.check(errors, "webhooks", config.webhooks(), EVENTS);
        List<Duration> attempts = config.webhookAttempts();
        attempts.forEach(offset -> errors.duration("webhook-attempts", offset));
        errors.require(
                attempts.stream().sorted().toList().equals(attempts),
                "webhook-attempts",
                attempts,
                "in ascending order");
    }

    @Override
    public Optional<String> messageId(UUID delivery, TaskView task) {
        return Optional.of("wh_" + TaskIds.hex(PublicId.of(delivery, PublicId.mark(task.publicId()))));
    }

    @Override
    public CallbackMessage write(Attempt attempt) {
        Notice notice = attempt.delivery().notice().orElseThrow();
        String id = messageId(attempt.delivery().id(), attempt.task()).orElseThrow();
        String timestamp = Long.toString(attempt.at().getEpochSecond());
        byte[] body = body(attempt.task(), notice.event());
        byte[] signature = Hmac.sha256(notice.webhook().key(), (id + "." + timestamp + ".").getBytes(US_ASCII), body);
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json",
                "User-Agent",
                USER_AGENT,
                "webhook-id",
                id,
                "webhook-timestamp",
                timestamp,
                "webhook-signature",
                "v1," + Base64.getEncoder().encodeToString(signature));
        return new CallbackMessage(headers, body);
    }

    private byte[] body(TaskView task, String event) {
        ObjectNode json = Json.object()
                .put("object", "event")
                .put("id", "evt_" + TaskIds.hex(task.publicId()))
                .put("type", event)
                .put("created_at", task.finishedAt().getEpochSecond());
        json.putObject("data").put("id", PublicIds.ofResponse(task));
        return Json.write(json);
    }

    private static String event(Outcome outcome) {
        if (outcome instanceof Outcome.Fails failure) {
            return PREFIX + (failure.code().equals(ResponseJson.CANCELLED) ? ResponseJson.CANCELLED : "failed");
        }
        return PREFIX + "completed";
    }
}
