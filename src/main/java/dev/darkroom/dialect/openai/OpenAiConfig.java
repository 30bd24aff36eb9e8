package dev.darkroom.dialect.openai;

import dev.darkroom.api.Check;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** The settings of OpenAI. */
@ConfigMapping(prefix = "darkroom.openai")
interface OpenAiConfig extends OpenAiWebhookConfig {

    /** Whether the API is OpenAI's own, or that of a relay in front of it (providers/openai.md §12). */
    @WithDefault("official")
    Profile profile();

    /**
     * The usage tier from 1 to 5, whose limit of images per minute applies to each key (providers/openai.md §9); or
     * {@code none}.
     */
    @WithDefault("none")
    String tier();

    /** Whether {@code gpt-image-2} accepts a transparent background, as documented since August 2026. */
    @WithDefault("true")
    boolean transparentBackground();

    /** The image model of a response whose tool names none: the vendor changed it in November 2026. */
    @WithDefault("gpt-image-2.6-sunburst")
    String toolModel();

    /** The output tokens that each partial image costs in addition (inferred, providers/openai.md §6). */
    @WithDefault("100")
    int partialImageTokens();

    /** The input tokens of an image to edit (measured once, providers/openai.md §7). */
    @WithDefault("512")
    int inputImageTokens();

    /**
     * Whether uploads must declare the type of an image. The vendor required it in 2025; its own client libraries for
     * Java and Python do not (providers/openai.md §8.1).
     */
    @WithDefault("false")
    boolean strictUploadTypes();

    /** When a proxy in front of a relay gives up, with status 504. Only the relay profile has one. */
    @WithDefault("120s")
    Duration relayTimeout();

    /** How long an image can be downloaded. Only relays respond with URLs. */
    @WithDefault("1h")
    Duration urlExpiry();

    /** The order of the checks of a create request: the model comes before the body (measured). */
    @WithDefault("key,ip,rate,fault,model,body,spend,balance")
    List<Check> checks();

    /** Whose behavior to fake. */
    enum Profile {
        /** The vendor's own API. */
        OFFICIAL,
        /** A relay: unknown parameters are ignored, {@code response_format} works, and long responses time out. */
        RELAY
    }
}
