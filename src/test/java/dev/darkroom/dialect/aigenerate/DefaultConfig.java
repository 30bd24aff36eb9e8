package dev.darkroom.dialect.aigenerate;

import dev.darkroom.api.Check;
import dev.darkroom.image.ImageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

final class DefaultConfig implements AiGenerateConfig {

    @Override
    public Optional<List<String>> aliases() {
        return Optional.of(List.of(
                "openai-gpt-image-2-text-to-image",
                "openai-gpt-image-2-image-to-image",
                "gpt-image-2-text-to-image",
                "gpt-image-2-image-to-image"));
    }

    @Override
    public boolean alwaysOk() {
        return false;
    }

    @Override
    public boolean message() {
        return false;
    }

    @Override
    public boolean nullResult() {
        return false;
    }

    @Override
    public boolean strict() {
        return false;
    }

    @Override
    public RetryMode idempotent() {
        return RetryMode.TASK_ID;
    }

    @Override
    public Optional<String> webhookKey() {
        return Optional.empty();
    }

    @Override
    public ImageFormat outputFormat() {
        return ImageFormat.PNG;
    }

    @Override
    public Duration urlExpiry() {
        return Duration.ofDays(1);
    }

    @Override
    public Duration pollInterval() {
        return Duration.ofSeconds(2);
    }

    @Override
    public List<Check> checks() {
        return List.of(Check.values());
    }
}
