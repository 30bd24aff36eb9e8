package dev.darkroom.dialect.aigenerate;

import dev.darkroom.api.Check;
import dev.darkroom.image.ImageFormat;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What can be set about AI Generate. */
@ConfigMapping(prefix = "darkroom.aigenerate")
interface AiGenerateConfig {

    /**
     * Names under which GPT Image 2 is to be had. The page has that name for a title and lists 1.5 only, so these are
     * guesses (providers/aigenerate.md §1.1); who uses one is warned of it.
     */
    @WithDefault("openai-gpt-image-2-text-to-image,openai-gpt-image-2-image-to-image,"
            + "gpt-image-2-text-to-image,gpt-image-2-image-to-image")
    Optional<List<String>> aliases();

    /** Whether errors have the HTTP status 200, but for 429, as kie.ai is known to answer (providers/aigenerate.md §5). */
    @WithName("always-200")
    @WithDefault("false")
    boolean alwaysOk();

    /** Whether answers have their text under {@code message}, too; kie.ai's pages have the one or the other. */
    @WithDefault("false")
    boolean message();

    /** Whether {@code resultJson} is null where there is no result; kie.ai's samples have an empty text. */
    @WithDefault("false")
    boolean nullResult();

    /**
     * Whether image-to-image models demand {@code input_urls}, and {@code quality} must be the one in the model's name. The
     * page's example has no {@code input_urls}.
     */
    @WithDefault("false")
    boolean strict();

    /** Whether a create request with the {@code taskId} of a task is answered with that task (an invention, §7). */
    @WithDefault("true")
    boolean idempotent();

    /** When set, webhooks are signed with it, as kie.ai's are. */
    Optional<String> webhookKey();

    /** What kind of file a picture is (inferred). */
    @WithDefault("png")
    ImageFormat outputFormat();

    /** How long a picture can be fetched (inferred: what kie.ai says of its direct URLs, providers/aigenerate.md §3). */
    @WithDefault("24h")
    Duration urlExpiry();

    /** How far apart polls of a task should be; the vendor says two or three seconds (providers/aigenerate.md §1). */
    @WithDefault("2s")
    Duration pollInterval();

    /** In which order a create request is checked. No page says; which fields there are depends on the model. */
    @WithDefault("key,ip,rate,fault,model,body,spend,balance")
    List<Check> checks();
}
