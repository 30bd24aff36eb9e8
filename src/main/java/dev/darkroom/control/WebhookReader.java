package dev.darkroom.control;

import dev.darkroom.api.WebhookRules;
import dev.darkroom.callback.Webhook;
import dev.darkroom.field.TextRules;
import dev.darkroom.http.HttpUrls;
import java.util.List;

/** Reads webhooks from the body of a control request. Its errors quote no secret. */
final class WebhookReader {

    private static final List<String> FIELDS = List.of("url", "secret", "events");
    private static final int MAX_EVENTS = 20;
    private static final int MAX_QUOTED = 50;

    private WebhookReader() {}

    /**
     * The webhooks of the field {@code webhooks}; empty when it is null.
     *
     * @param known the events that a webhook can receive
     */
    static List<Webhook> read(ControlBody body, List<String> known) {
        return body.objects("webhooks", Webhook.MAX, FIELDS).stream()
                .map(webhook -> new Webhook(url(webhook), secret(webhook), events(webhook, known)))
                .toList();
    }

    private static String url(ControlBody webhook) {
        return webhook.string("url")
                .flatMap(HttpUrls::read)
                .orElseThrow(() -> webhook.invalid("url", "It must be an http or https URL."));
    }

    private static String secret(ControlBody webhook) {
        return webhook.string("secret")
                .filter(Webhook::isSecret)
                .orElseThrow(() -> webhook.invalid("secret", "It must be " + Webhook.SECRET_RULE + "."));
    }

    private static List<String> events(ControlBody webhook, List<String> known) {
        if (webhook.isNull("events")) {
            return List.of();
        }
        List<String> events = webhook.strings("events", MAX_EVENTS);
        for (int i = 0; i < events.size(); i++) {
            String event = events.get(i);
            if (!known.contains(event)) {
                throw webhook.invalid(
                        "events[" + i + "]",
                        "'" + TextRules.quotable(event, MAX_QUOTED) + "' " + WebhookRules.unknownEvent(event, known));
            }
        }
        return events;
    }
}
