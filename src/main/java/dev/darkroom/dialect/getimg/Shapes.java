package dev.darkroom.dialect.getimg;

import dev.darkroom.api.image.AspectRatio;
import dev.darkroom.image.ImageSpec;
import dev.darkroom.image.Output;
import java.util.List;

/** The values of {@code aspect_ratio}. */
final class Shapes {

    /** In the page's order (seeds/004: frequently asked questions). */
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

    /** The model's first ratio, according to the SDK getimg-python. */
    static final AspectRatio DEFAULT = ALL.get(0);

    private Shapes() {}

    /** The sizes in pixels are inferred, and the same for all vendors of the model. */
    static ImageSpec image(AspectRatio ratio, Tier tier, Format format) {
        return new ImageSpec(ratio.pixels(tier.resolution()).orElseThrow(), tier.wireName(), Output.of(format.file()));
    }
}
