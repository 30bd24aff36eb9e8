package dev.darkroom.image.card;

import dev.darkroom.image.ImageFacts;
import dev.darkroom.image.raster.Raster;
import java.util.Arrays;

/** Makes an image look as if it is still being generated: coarser and paler, the less it is developed. */
final class Development {

    /** The side of a block of an image that is not developed at all, as a part of the shorter side of the image. */
    private static final int BLOCKS = 16;

    /** How much white the colors of an image have that is not developed at all, in percent. */
    private static final int WHITE = 60;

    private Development() {}

    /** @param developed in percent, as in {@link ImageFacts#developed} */
    static void apply(Raster raster, int developed) {
        int missing = ImageFacts.FINISHED - developed;
        if (missing > 0) {
            int shortSide = Math.min(raster.size().width(), raster.size().height());
            coarsen(raster, Math.max(2, shortSide * missing / (ImageFacts.FINISHED * BLOCKS)));
            raster.palette().lighten(WHITE * missing / ImageFacts.FINISHED);
        }
    }

    /** Replaces the pixels of each block by the one in its center. */
    private static void coarsen(Raster raster, int side) {
        int width = raster.size().width();
        int height = raster.size().height();
        byte[] pixels = raster.bytes();
        for (int top = 0; top < height; top += side) {
            int bottom = Math.min(height, top + side);
            int row = raster.offset(0, top);
            for (int left = 0; left < width; left += side) {
                int right = Math.min(width, left + side);
                byte color = pixels[raster.offset((left + right) / 2, (top + bottom) / 2)];
                Arrays.fill(pixels, row + left, row + right, color);
            }
            for (int y = top + 1; y < bottom; y++) {
                System.arraycopy(pixels, row, pixels, raster.offset(0, y), width);
            }
        }
    }
}
