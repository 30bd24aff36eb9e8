package dev.darkroom.dialect.openai;

import dev.darkroom.image.ImageSpec;
import dev.darkroom.image.Output;
import dev.darkroom.image.PixelSize;

/**
 * The parameters of the images of a request, with their defaults filled in.
 *
 * @param count from 1 to 10
 * @param compression from 0 to 100; only JPEG files depend on it
 * @param isStreamed whether the response is a stream
 * @param partialImages how many partial images a stream has at most, from 0 to 3
 */
record ImageOptions(
        int count,
        Quality quality,
        Background background,
        Format format,
        int compression,
        PixelSize size,
        boolean isStreamed,
        int partialImages) {

    ImageOptions withStream(boolean streamed) {
        return new ImageOptions(count, quality, background, format, compression, size, streamed, partialImages);
    }

    ImageOptions withCount(int newCount) {
        return new ImageOptions(newCount, quality, background, format, compression, size, isStreamed, partialImages);
    }

    /** The quality takes the place of the resolution, because these APIs have no resolution. */
    ImageSpec spec() {
        boolean isTransparent = background == Background.TRANSPARENT;
        Output output = new Output(format.file(), Math.max(1, compression), isTransparent);
        return new ImageSpec(size, quality.wireName(), output);
    }
}
