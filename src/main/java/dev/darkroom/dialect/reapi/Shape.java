package dev.darkroom.dialect.reapi;

import dev.darkroom.api.image.Resolution;
import dev.darkroom.image.ImageSpec;
import dev.darkroom.image.Output;
import dev.darkroom.image.PixelSize;

/**
 * How large a picture shall be.
 *
 * @param isExact whether the pixels were named, so that the resolution says nothing
 */
record Shape(PixelSize pixels, Resolution resolution, boolean isExact) {

    ImageSpec spec(Output output) {
        return new ImageSpec(pixels, isExact ? "" : resolution.wireName(), output);
    }
}
