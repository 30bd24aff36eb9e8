package dev.darkroom.dialect.openai;

import dev.darkroom.api.WebhookConfig;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of webhooks. */
interface OpenAiWebhookConfig {

    /** The webhooks of every new sandbox, as a user sets them up in the dashboard (providers/openai.md §11.5). */
    Optional<List<WebhookConfig>> webhooks();

    /**
     * The time of each attempt, counted from the end of the response on its sandbox's clock. The vendor's page gives
     * only exponential backoff and 72 hours (providers/openai.md §11.5). These are the intervals that the specification
     * of Standard Webhooks suggests, except that the last attempt is earlier, at 72 hours.
     */
    @WithDefault("0s,5s,5m5s,35m5s,2h35m5s,7h35m5s,17h35m5s,31h35m5s,51h35m5s,72h")
    List<Duration> webhookAttempts();
}
