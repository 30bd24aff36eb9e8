package dev.darkroom.dialect.reapi;

import dev.darkroom.api.image.Resolution;
import dev.darkroom.image.ImageSpec;
import dev.darkroom.image.Output;
import dev.darkroom.image.PixelSize;

/**
 * The requested size of an image.
 *
 * @param isExact whether the request gave the size in pixels, so that the resolution has no effect
 */
record Shape(PixelSize pixels, Resolution resolution, boolean isExact) {

    ImageSpec spec(Output output) {
        return new ImageSpec(pixels, isExact ? "" : resolution.wireName(), output);
    }
}
