package dev.darkroom.api.image;

import dev.darkroom.image.Dimensions;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the aspect ratio of a request that leaves it to the vendor (inferred). A ratio in the prompt decides, such as
 * 16:9. Without one, a plain word in the prompt does, such as "portrait"; then the size of the first reference, if it
 * is known. Otherwise the ratio is 1:1. Nothing is fetched, so the choice does not depend on other servers.
 */
public final class AutoRatio {

    private final String field;
    private final String setting;
    private final ReferenceSizes sizes;

    private AutoRatio(String field, String setting, ReferenceSizes sizes) {
        this.field = field;
        this.setting = setting;
        this.sizes = sizes;
    }

    /**
     * For the requests of one dialect.
     *
     * @param field the name of the field that can be {@code auto}
     */
    public static AutoRatio of(String dialect, String field, ReferenceSizes sizes) {
        return new AutoRatio(field, "darkroom." + dialect + ".auto-ratio", sizes);
    }

    /**
     * The choice for one request.
     *
     * @param warning what was chosen and why, in one sentence
     */
    public record Choice(AspectRatio ratio, String warning) {}

    /** @param references their URLs; only the first one counts */
    public Choice choose(String prompt, List<String> references) {
        PromptWords words = new PromptWords(prompt);
        return NamedRatio.find(words)
                .or(() -> ShapeWords.find(words))
                .map(shape -> choice(shape.ratio(), "the prompt says `" + shape.text() + "`"))
                .or(() -> ofReference(references))
                .orElseGet(() -> choice(AspectRatio.SQUARE, defaultReason(!references.isEmpty())));
    }

    private Optional<Choice> ofReference(List<String> references) {
        return references.stream()
                .findFirst()
                .flatMap(sizes::of)
                .map(size -> choice(AspectRatio.nearest(size), reason(size)));
    }

    private static String reason(Dimensions size) {
        return "the first reference has " + size + " pixels";
    }

    private static String defaultReason(boolean hasReferences) {
        return "the prompt names no shape" + (hasReferences ? " and the size of the first reference is unknown" : "");
    }

    private Choice choice(AspectRatio ratio, String reason) {
        return new Choice(
                ratio,
                "`" + field + "` auto became " + ratio.wireName() + " because " + reason
                        + "; this rule is inferred, and " + setting + "=false turns it off");
    }
}
