package dev.darkroom.image.format;

import dev.darkroom.image.ImageFacts;
import dev.darkroom.image.Output;
import dev.darkroom.image.raster.Raster;

/** Makes files of pictures. */
public final class Encoder {

    private Encoder() {}

    /** The file that the facts ask for, with the facts in it. */
    public static byte[] encode(Raster raster, ImageFacts facts) {
        Output output = facts.image().output();
        return switch (output.format()) {
            case PNG -> new PngWriter().write(raster, facts);
            case JPEG -> new JpegWriter().write(raster, facts, output.quality());
            case WEBP -> new WebpWriter().write(raster, facts);
        };
    }
}
