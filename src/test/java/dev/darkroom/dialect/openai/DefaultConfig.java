package dev.darkroom.dialect.openai;

import dev.darkroom.api.Check;
import dev.darkroom.api.WebhookConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of OpenAI as they are by default. */
final class DefaultConfig implements OpenAiConfig {

    @Override
    public Profile profile() {
        return Profile.OFFICIAL;
    }

    @Override
    public String tier() {
        return "none";
    }

    @Override
    public boolean transparentBackground() {
        return true;
    }

    @Override
    public String toolModel() {
        return "gpt-image-2.6-sunburst";
    }

    @Override
    public int partialImageTokens() {
        return 100;
    }

    @Override
    public int inputImageTokens() {
        return 512;
    }

    @Override
    public boolean strictUploadTypes() {
        return false;
    }

    @Override
    public Duration relayTimeout() {
        return Duration.ofMinutes(2);
    }

    @Override
    public Duration urlExpiry() {
        return Duration.ofHours(1);
    }

    @Override
    public List<Check> checks() {
        return List.of(Check.values());
    }

    @Override
    public Optional<List<WebhookConfig>> webhooks() {
        return Optional.empty();
    }

    @Override
    public List<Duration> webhookAttempts() {
        return List.of(Duration.ZERO);
    }
}
