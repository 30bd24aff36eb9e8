package dev.darkroom.dialect.getimg;

import dev.darkroom.api.image.AspectRatio;
import dev.darkroom.image.ImageSpec;
import dev.darkroom.image.Output;
import java.util.List;
import java.util.Optional;

/** What {@code aspect_ratio} takes. */
final class Shapes {

    /** In the page's order (seeds/004: frequently asked questions); the first is taken when none is asked for. */
    static final List<AspectRatio> ALL = List.of(
            AspectRatio.SQUARE,
            AspectRatio.R2_3,
            AspectRatio.R3_2,
            AspectRatio.R4_3,
            AspectRatio.R3_4,
            AspectRatio.R4_5,
            AspectRatio.R16_9,
            AspectRatio.R9_16,
            AspectRatio.R21_9);

    private Shapes() {}

    static Optional<AspectRatio> of(String wireName) {
        return AspectRatio.of(wireName).filter(ALL::contains);
    }

    /** With the pixels that are inferred for all sellers of the model. */
    static ImageSpec image(AspectRatio shape, Tier tier, Format format) {
        return new ImageSpec(shape.pixels(tier.resolution()).orElseThrow(), tier.wireName(), Output.of(format.file()));
    }
}
