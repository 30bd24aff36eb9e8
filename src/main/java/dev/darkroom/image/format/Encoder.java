package dev.darkroom.image.format;

import dev.darkroom.image.ImageFacts;
import dev.darkroom.image.Output;
import dev.darkroom.image.raster.Raster;

/** Encodes images, one at a time. It reuses its buffers, so it is not thread-safe. */
public final class Encoder {

    private final BitWriter bits = new BitWriter();
    private final Deflate deflate = new Deflate(bits);

    /** Encodes in the format that the facts request, with the facts as metadata. */
    public byte[] encode(Raster raster, ImageFacts facts) {
        Output output = facts.image().output();
        bits.clear();
        deflate.clear();
        return switch (output.format()) {
            case PNG -> new PngWriter(bits, deflate).write(raster, facts);
            case JPEG -> new JpegWriter().write(raster, facts, output.quality());
            case WEBP -> new WebpWriter(bits).write(raster, facts);
        };
    }
}
