package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.api.Check;
import dev.darkroom.image.ImageFormat;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** The settings of AI Video API. */
@ConfigMapping(prefix = "darkroom.aivideoapi")
interface AiVideoApiConfig {

    /** The price list: {@code v1} is that of seeds/001; {@link PriceList the others} come from other pages. */
    @WithDefault("v1")
    PriceList prices();

    /**
     * Whether a create request without {@code input} may have the input's fields at the top level, as in the example of
     * the product page (seeds/000).
     */
    @WithDefault("true")
    boolean flatBody();

    /** Whether {@code image_urls} accepts {@code data:} URIs; the page mentions URLs only. */
    @WithDefault("false")
    boolean dataUris();

    /** The file format of images (inferred from the file name in the example, seeds/001: Query Task). */
    @WithDefault("png")
    ImageFormat outputFormat();

    /**
     * Whether {@code aspect_ratio} auto picks the ratio from the prompt or the first reference. The page says only that
     * auto is the default (seeds/001); another vendor's page says that auto picks (seeds/002).
     */
    @WithDefault("false")
    boolean autoRatio();

    /**
     * The aspect ratio that {@code auto} selects for a request with references if {@link #autoRatio} is false. Without
     * references it is 1:1, as a newer page says (providers/aivideoapi.md §11).
     */
    @WithDefault("1:1")
    String autoRatioOfEdits();

    /** How long an image can be downloaded (inferred from the vendor's rule for videos, providers/aivideoapi.md §5). */
    @WithDefault("24h")
    Duration urlExpiry();

    /**
     * The recommended interval between polls of a task. The page gives none; related services recommend one to two
     * seconds (providers/reapi.md) or two to three (providers/aigenerate.md).
     */
    @WithDefault("1s")
    Duration pollInterval();

    /**
     * The order of the checks of a create request. The page gives none. An order that checks the model before the
     * fields of the input, and the balance before the spend limits, is equally likely (providers/aivideoapi.md §8).
     */
    @WithDefault("key,ip,rate,fault,body,model,spend,balance")
    List<Check> checks();

    /** Whether image URLs have the vendor's file host if the client uses the vendor's own host. */
    @WithDefault("true")
    boolean fileHost();
}
