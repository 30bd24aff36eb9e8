package dev.darkroom.image.format;

import dev.darkroom.image.ImageFacts;
import dev.darkroom.image.Output;
import dev.darkroom.image.raster.Raster;

/** Makes files of pictures, one after the other: the memory that it needs for one is that of the next. */
public final class Encoder {

    private final BitWriter bits = new BitWriter();
    private final Deflate deflate = new Deflate(bits);

    /** The file that the facts ask for, with the facts in it. */
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
