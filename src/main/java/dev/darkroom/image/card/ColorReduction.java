package dev.darkroom.image.card;

import dev.darkroom.image.Thumbnail;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Reduces the colors of thumbnails to the most frequent ones, and maps every other color to the nearest of these. */
final class ColorReduction {

    static final int MAX_COLORS = 96;

    private static final int OPAQUE = 0xFF000000;

    /** Only the upper bits of each channel distinguish colors. */
    private static final int BITS = 4;

    private static final int UNKNOWN = -1;

    private final int[] palette;
    private final int[] nearest = new int[1 << 3 * BITS];

    ColorReduction(List<Thumbnail> thumbnails) {
        int[] counts = new int[nearest.length];
        for (Thumbnail thumbnail : thumbnails) {
            for (int pixel : thumbnail.pixels()) {
                counts[bin(pixel)]++;
            }
        }
        this.palette = IntStream.range(0, counts.length)
                .filter(bin -> counts[bin] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer bin) -> -counts[bin]).thenComparing(Comparator.naturalOrder()))
                .limit(MAX_COLORS)
                .mapToInt(Integer::intValue)
                .toArray();
        Arrays.fill(nearest, UNKNOWN);
    }

    /**
     * The reduced color, 0xAARRGGBB.
     *
     * @param pixel 0xRRGGBB, from one of the thumbnails
     */
    int reduce(int pixel) {
        int bin = bin(pixel);
        if (nearest[bin] == UNKNOWN) {
            nearest[bin] = IntStream.of(palette)
                    .boxed()
                    .min(Comparator.comparingInt(candidate -> distance(bin, candidate)))
                    .orElse(bin);
        }
        return color(nearest[bin]);
    }

    private static int bin(int pixel) {
        return pixel >> 12 & 0xF00 | pixel >> 8 & 0xF0 | pixel >> 4 & 0xF;
    }

    private static int color(int bin) {
        int red = bin >> 8;
        int green = bin >> 4 & 0xF;
        int blue = bin & 0xF;
        return OPAQUE | red * 0x11 << 16 | green * 0x11 << 8 | blue * 0x11;
    }

    private static int distance(int a, int b) {
        int red = (a >> 8) - (b >> 8);
        int green = (a >> 4 & 0xF) - (b >> 4 & 0xF);
        int blue = (a & 0xF) - (b & 0xF);
        return 2 * red * red + 4 * green * green + blue * blue;
    }
}
