package dev.darkroom.image.decode;

import dev.darkroom.image.Thumbnail;

/**
 * The color spaces of a JPEG. JFIF defines grey and YCC (ITU T.871, clause 7). Adobe's marker selects RGB, CMYK or YCCK
 * (ITU T.872, 6.5.3); with it, the inks are inverted.
 */
enum JpegColors {
    GREY,
    YCC,
    RGB,
    CMYK,
    INVERTED_CMYK,
    INVERTED_YCCK;

    private static final int MAX = 255;
    private static final int CENTER = 128;

    /** The value in place of the last field of Adobe's marker, if the file has no such marker. */
    static final int NO_ADOBE_MARKER = -1;

    /** @param adobeTransform the last field of Adobe's marker: 1 for YCC, 2 for YCCK, otherwise RGB or CMYK */
    static JpegColors of(JpegFrame frame, boolean isJfif, int adobeTransform) {
        int count = frame.components().size();
        if (count == 1) {
            return GREY;
        }
        if (count == 4) {
            return adobeTransform == NO_ADOBE_MARKER ? CMYK : adobeTransform == 2 ? INVERTED_YCCK : INVERTED_CMYK;
        }
        boolean hasRgbIds = frame.components().get(0).id == 'R'
                && frame.components().get(1).id == 'G'
                && frame.components().get(2).id == 'B';
        boolean isRgb = adobeTransform == NO_ADOBE_MARKER ? hasRgbIds : adobeTransform == 0;
        return isRgb && !isJfif ? RGB : YCC;
    }

    /**
     * Converts the averages of the components. The result is the average of the colors; for inks, it is close to that.
     *
     * @param values from 0 to 255, by component and pixel
     */
    Thumbnail thumbnail(ThumbnailGrid grid, float[][] values) {
        int[] pixels = new int[grid.columns() * grid.rows()];
        float[] color = new float[values.length];
        for (int i = 0; i < pixels.length; i++) {
            for (int component = 0; component < color.length; component++) {
                color[component] = values[component][i];
            }
            pixels[i] = convert(color);
        }
        return new Thumbnail(grid.columns(), grid.rows(), pixels);
    }

    private int convert(float[] c) {
        return switch (this) {
            case GREY -> rgb(c[0], c[0], c[0]);
            case RGB -> rgb(c[0], c[1], c[2]);
            case YCC -> rgb(red(c), green(c), blue(c));
            case CMYK -> inks(MAX - c[0], MAX - c[1], MAX - c[2], MAX - c[3]);
            case INVERTED_CMYK -> inks(c[0], c[1], c[2], c[3]);
            case INVERTED_YCCK -> inks(MAX - red(c), MAX - green(c), MAX - blue(c), c[3]);
        };
    }

    private static float red(float[] ycc) {
        return ycc[0] + 1.402f * (ycc[2] - CENTER);
    }

    private static float green(float[] ycc) {
        return ycc[0] - 0.344136f * (ycc[1] - CENTER) - 0.714136f * (ycc[2] - CENTER);
    }

    private static float blue(float[] ycc) {
        return ycc[0] + 1.772f * (ycc[1] - CENTER);
    }

    /** Each value is the light that an ink lets through, from 0 to 255, which is no ink. */
    private static int inks(float cyan, float magenta, float yellow, float black) {
        return rgb(cyan * black / MAX, magenta * black / MAX, yellow * black / MAX);
    }

    private static int rgb(float red, float green, float blue) {
        return clamp(red) << 16 | clamp(green) << 8 | clamp(blue);
    }

    private static int clamp(float value) {
        return Math.max(0, Math.min(MAX, Math.round(value)));
    }
}
