package dev.darkroom.dialect.reapi;

import dev.darkroom.api.image.AspectRatio;
import dev.darkroom.api.image.Resolution;
import dev.darkroom.image.ImageSpec;
import dev.darkroom.image.Output;
import dev.darkroom.image.PixelSize;
import java.util.Optional;

/**
 * The requested size of an image.
 *
 * @param ratio empty if the request has a size in pixels; then the resolution has no effect
 */
record Shape(PixelSize pixels, Resolution resolution, Optional<AspectRatio> ratio) {

    boolean isExact() {
        return ratio.isEmpty();
    }

    boolean isAuto() {
        return ratio.filter(named -> named == AspectRatio.AUTO).isPresent();
    }

    /** The same resolution with another ratio, which must be available at that resolution. */
    Shape with(AspectRatio chosen) {
        return new Shape(chosen.pixels(resolution).orElseThrow(), resolution, Optional.of(chosen));
    }

    ImageSpec spec(Output output) {
        return new ImageSpec(pixels, isExact() ? "" : resolution.wireName(), output);
    }
}
