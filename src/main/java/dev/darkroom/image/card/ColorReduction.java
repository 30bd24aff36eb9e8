package dev.darkroom.image.card;

import dev.darkroom.image.Thumbnail;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The colors that thumbnails have most of, and which of them stands for each other one. */
final class ColorReduction {

    static final int MAX_COLORS = 96;

    private static final int OPAQUE = 0xFF000000;

    /** Colors are told apart by the upper bits of each channel. */
    private static final int BITS = 4;

    private static final int UNKNOWN = -1;

    private final int[] chosen;
    private final int[] standIns = new int[1 << 3 * BITS];

    ColorReduction(List<Thumbnail> thumbnails) {
        int[] counts = new int[standIns.length];
        for (Thumbnail thumbnail : thumbnails) {
            for (int pixel : thumbnail.pixels()) {
                counts[bin(pixel)]++;
            }
        }
        this.chosen = IntStream.range(0, counts.length)
                .filter(bin -> counts[bin] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer bin) -> -counts[bin]).thenComparing(Comparator.naturalOrder()))
                .limit(MAX_COLORS)
                .mapToInt(Integer::intValue)
                .toArray();
        Arrays.fill(standIns, UNKNOWN);
    }

    /** @param pixel 0xRRGGBB, one of a thumbnail's */
    int of(int pixel) {
        int bin = bin(pixel);
        if (standIns[bin] == UNKNOWN) {
            standIns[bin] = IntStream.of(chosen)
                    .boxed()
                    .min(Comparator.comparingInt(other -> distance(bin, other)))
                    .orElse(bin);
        }
        return color(standIns[bin]);
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
