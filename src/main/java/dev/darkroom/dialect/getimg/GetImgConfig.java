package dev.darkroom.dialect.getimg;

import dev.darkroom.api.Check;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** What can be set about getimg.ai. */
@ConfigMapping(prefix = "darkroom.getimg")
interface GetImgConfig {

    /** How long a picture can be fetched (inferred, providers/getimg.md §4). */
    @WithDefault("24h")
    Duration urlExpiry();

    /** Whether a field that the API does not have is refused with 400; otherwise it is ignored, and named in a warning. */
    @WithDefault("false")
    boolean strict();

    /** Whether {@code images[].url} may be a {@code data:} URL, as newer SDKs say; the older ones speak of addresses only. */
    @WithDefault("false")
    boolean dataUris();

    /** In which order a create request is checked (inferred). */
    @WithDefault("key,ip,rate,fault,body,model,spend,balance")
    List<Check> checks();
}
