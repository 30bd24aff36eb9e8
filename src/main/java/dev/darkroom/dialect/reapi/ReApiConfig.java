package dev.darkroom.dialect.reapi;

import dev.darkroom.api.Check;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of reAPI. */
@ConfigMapping(prefix = "darkroom.reapi")
interface ReApiConfig {

    /** The price list: {@code listed} is that of seeds/002; {@link PriceList the others} use a newer catalog. */
    @WithDefault("listed")
    PriceList prices();

    /**
     * Whether {@code model} is required, as the documentation says. The example in seeds/002 has none and gets the
     * basic channel.
     */
    @WithDefault("false")
    boolean requireModel();

    /**
     * Whether references without a prompt are accepted, as the playground says. Otherwise a prompt is required, as the
     * description of the field says (seeds/002).
     */
    @WithDefault("false")
    boolean promptOrImages();

    /** Whether the basic channel refuses all fields of the official one. By default it ignores most (inferred). */
    @WithDefault("false")
    boolean strict();

    /** Whether the model {@code gpt-image-2-beta} exists. It is in a newer catalog but not in seeds/002. */
    @WithDefault("false")
    boolean beta();

    /** Whether references and masks may have private addresses, such as that of a file server next to the tests. */
    @WithDefault("false")
    boolean privateUrls();

    /** Replacements for invented error codes, as pairs: {@code 30001=30010}. */
    Optional<List<String>> codes();

    /**
     * Whether {@code size} auto picks the ratio from the prompt or the first reference (seeds/002). How it picks is
     * inferred. If this is false, auto is always 1:1.
     */
    @WithDefault("true")
    boolean autoRatio();

    /** How long an image can be downloaded (seeds/002: stable for seven days). */
    @WithDefault("7d")
    Duration urlExpiry();

    /** The recommended interval between polls; the documentation says one to two seconds (providers/reapi.md §5). */
    @WithDefault("1s")
    Duration pollInterval();

    /**
     * The order of the checks of a submit request (inferred). The model comes before the body because it decides which
     * fields exist.
     */
    @WithDefault("key,ip,rate,fault,model,body,spend,balance")
    List<Check> checks();

    /** Whether image URLs have the vendor's file host if the client uses the vendor's own host. */
    @WithDefault("true")
    boolean fileHost();
}
