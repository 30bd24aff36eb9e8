package dev.darkroom.api;

import dev.darkroom.callback.Webhook;
import dev.darkroom.http.HttpUrls;
import dev.darkroom.http.json.Suggestions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads and checks the webhooks in settings, and explains invalid events. */
public final class WebhookRules {

    private WebhookRules() {}

    /** The webhooks in valid settings. */
    public static List<Webhook> read(Optional<List<WebhookConfig>> settings) {
        return settings.orElse(List.of()).stream()
                .flatMap(webhook -> read(webhook).stream())
                .toList();
    }

    /**
     * Finds the errors in settings. The errors contain no secret.
     *
     * @param setting the name of the list, without the prefix
     * @param known the events that a webhook can receive
     */
    public static void check(
            SettingErrors errors, String setting, Optional<List<WebhookConfig>> settings, Collection<String> known) {
        List<WebhookConfig> webhooks = settings.orElse(List.of());
        if (webhooks.size() > Webhook.MAX) {
            errors.add(setting, " must have at most " + Webhook.MAX + " entries");
        }
        for (int i = 0; i < webhooks.size(); i++) {
            check(errors, setting + "[" + i + "].", webhooks.get(i), known);
        }
    }

    /** Why an event is invalid; ends a sentence that begins with its name. */
    public static String unknownEvent(String event, Collection<String> known) {
        return "is not an event. "
                + Suggestions.closest(event, known)
                        .map(suggested -> "Did you mean '" + suggested + "'?")
                        .orElseGet(() -> known.isEmpty()
                                ? "No API of this server has webhooks."
                                : "Use: " + String.join(", ", known) + ".");
    }

    private static void check(SettingErrors errors, String prefix, WebhookConfig webhook, Collection<String> known) {
        if (webhook.url().flatMap(HttpUrls::read).isEmpty()) {
            errors.add(prefix + "url", " must be an http or https URL");
        }
        if (webhook.secret().filter(Webhook::isSecret).isEmpty()) {
            errors.add(prefix + "secret", " must be " + Webhook.SECRET_RULE);
        }
        webhook.events()
                .orElse(List.of())
                .forEach(event -> errors.require(known.contains(event), prefix + "events", event, "one of " + known));
    }

    private static Optional<Webhook> read(WebhookConfig webhook) {
        Optional<String> url = webhook.url().flatMap(HttpUrls::read);
        Optional<String> secret = webhook.secret().filter(Webhook::isSecret);
        return url.isPresent() && secret.isPresent()
                ? Optional.of(
                        new Webhook(url.get(), secret.get(), webhook.events().orElse(List.of())))
                : Optional.empty();
    }
}
