package dev.darkroom.dialect.reapi;

import dev.darkroom.api.Check;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What can be set about reAPI. */
@ConfigMapping(prefix = "darkroom.reapi")
interface ReApiConfig {

    /** The price list: {@code derived} fills the gaps of the contract's, {@link PriceList the others} are other readings. */
    @WithDefault("derived")
    PriceList prices();

    /**
     * Whether a request must name its model, as the documentation has it. The example of the contract names none
     * (seeds/002), and gets the basic channel.
     */
    @WithDefault("false")
    boolean requireModel();

    /** Whether references are enough without a prompt, as the playground says, or a prompt is required, as its field says (seeds/002). */
    @WithDefault("false")
    boolean promptOrImages();

    /** Whether the basic channel refuses all fields of the official one; it ignores most of them otherwise (inferred). */
    @WithDefault("false")
    boolean strict();

    /** Whether there is {@code gpt-image-2-beta}, which is in a newer catalogue and not in the contract. */
    @WithDefault("false")
    boolean beta();

    /** Whether references and masks may be at addresses that are not public, such as a file server beside the tests. */
    @WithDefault("false")
    boolean privateUrls();

    /** Codes to send in place of the invented ones, as pairs: {@code 30001=30010}. */
    Optional<List<String>> codes();

    /** How long a picture can be fetched (seeds/002: stable for seven days). */
    @WithDefault("7d")
    Duration urlExpiry();

    /** How far apart polls of a task should be: one or two seconds, the documentation says (providers/reapi.md §5). */
    @WithDefault("1s")
    Duration pollInterval();

    /** In which order a submit is checked (inferred). The model comes before the fields, for it says which there are. */
    @WithDefault("key,ip,rate,fault,model,body,spend,balance")
    List<Check> checks();
}
