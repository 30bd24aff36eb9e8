package dev.darkroom.dialect.aigenerate;

import dev.darkroom.api.Check;
import dev.darkroom.image.ImageFormat;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of AI Generate. */
@ConfigMapping(prefix = "darkroom.aigenerate")
interface AiGenerateConfig {

    /**
     * The model names of GPT Image 2. The page's title is GPT Image 2, but it lists only 1.5, so these names are
     * guesses (providers/aigenerate.md §1.1); a request that uses one gets a warning.
     */
    @WithDefault("openai-gpt-image-2-text-to-image,openai-gpt-image-2-image-to-image,"
            + "gpt-image-2-text-to-image,gpt-image-2-image-to-image")
    Optional<List<String>> aliases();

    /** Whether errors other than 429 have the HTTP status 200, as kie.ai's do (providers/aigenerate.md §5). */
    @WithName("always-200")
    @WithDefault("false")
    boolean alwaysOk();

    /** Whether responses repeat {@code msg} as {@code message}; some of kie.ai's pages show one, some the other. */
    @WithDefault("false")
    boolean message();

    /** Whether a missing {@code resultJson} is null; in kie.ai's samples it is an empty string. */
    @WithDefault("false")
    boolean nullResult();

    /**
     * Whether image-to-image models require {@code input_urls}, and {@code quality} must match the model's name. The
     * page's example has no {@code input_urls}.
     */
    @WithDefault("false")
    boolean strict();

    /** Which create requests with a {@code taskId} are retries (inferred, providers/aigenerate.md §7). */
    @WithDefault("task-id")
    RetryMode idempotent();

    /** The key that signs webhooks, as kie.ai's are signed. Without it, webhooks are not signed. */
    Optional<String> webhookKey();

    /** The file format of the images (inferred). */
    @WithDefault("png")
    ImageFormat outputFormat();

    /** How long an image can be downloaded (inferred from kie.ai's direct URLs, providers/aigenerate.md §3). */
    @WithDefault("24h")
    Duration urlExpiry();

    /** The recommended interval between polls; the vendor says two or three seconds (providers/aigenerate.md §1). */
    @WithDefault("2s")
    Duration pollInterval();

    /**
     * The order of the checks of a create request (inferred). The model comes before the body because it decides which
     * fields exist.
     */
    @WithDefault("key,ip,rate,fault,model,body,spend,balance")
    List<Check> checks();
}
