package dev.darkroom.dialect.getimg;

import dev.darkroom.api.Check;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** The settings of getimg.ai. */
@ConfigMapping(prefix = "darkroom.getimg")
interface GetImgConfig {

    /** How long an image can be downloaded (inferred, providers/getimg.md §4). */
    @WithDefault("24h")
    Duration urlExpiry();

    /** Whether an unknown field is an error with status 400; otherwise it is ignored, and a warning names it. */
    @WithDefault("false")
    boolean strict();

    /** Whether {@code images[].url} may be a {@code data:} URL, which only newer SDKs document. */
    @WithDefault("false")
    boolean dataUris();

    /** The order of the checks of a create request (inferred). */
    @WithDefault("key,ip,rate,fault,body,model,spend,balance")
    List<Check> checks();
}
