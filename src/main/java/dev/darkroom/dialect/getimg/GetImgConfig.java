package dev.darkroom.dialect.getimg;

import dev.darkroom.dialect.Check;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
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

    /** What a new sandbox of a key that begins with {@code sk_} can spend, in US dollars (inferred). */
    @WithDefault("100")
    BigDecimal balance();

    /** How many generations a minute such a key may ask for; the vendor gives no figure (inferred). */
    @WithDefault("60")
    int requestsPerMinute();

    /** How many of its generations may be under way at once (inferred). */
    @WithDefault("10")
    int concurrency();

    /** In which order a create request is checked (inferred). */
    @WithDefault("key,ip,rate,fault,body,model,spend,balance")
    List<Check> checks();
}
