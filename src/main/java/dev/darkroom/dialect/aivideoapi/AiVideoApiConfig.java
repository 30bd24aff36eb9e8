package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.api.Check;
import dev.darkroom.image.ImageFormat;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** What can be set about AI Video API. */
@ConfigMapping(prefix = "darkroom.aivideoapi")
interface AiVideoApiConfig {

    /** The price list: {@code v1} is the contract's, the others are {@link PriceList what other pages say}. */
    @WithDefault("v1")
    PriceList prices();

    /**
     * Whether a create request without {@code input} may have its fields at the top, as the example of the product page
     * has (seeds/000).
     */
    @WithDefault("true")
    boolean flatBody();

    /** Whether {@code image_urls} may hold {@code data:} URIs; the page speaks of URLs only. */
    @WithDefault("false")
    boolean dataUris();

    /** What kind of file a picture is (inferred from the name of the example's, seeds/001: Query Task). */
    @WithDefault("png")
    ImageFormat outputFormat();

    /**
     * The shape that {@code auto} means when there are references. Without any it is 1:1, as a newer page says; the
     * upstream probably has it follow the first reference, which nobody looks at before a task is
     * taken (providers/aivideoapi.md §11).
     */
    @WithDefault("1:1")
    String autoRatioOfEdits();

    /** How long a picture can be fetched (inferred: what the vendor says of videos, providers/aivideoapi.md §5). */
    @WithDefault("24h")
    Duration urlExpiry();

    /**
     * How far apart polls of a task should be. The page does not say; sister services advise one or two seconds
     * (providers/reapi.md), or two or three (providers/aigenerate.md).
     */
    @WithDefault("1s")
    Duration pollInterval();

    /**
     * In which order a create request is checked. The page does not say; one that asks for the model before the fields of
     * its input, and for the balance before the spend limits, is as likely (providers/aivideoapi.md §8).
     */
    @WithDefault("key,ip,rate,fault,body,model,spend,balance")
    List<Check> checks();
}
