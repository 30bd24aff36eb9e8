package dev.darkroom.image.decode;

import java.io.IOException;
import java.util.Arrays;

/** Converts the samples of a PNG to colors (PNG third edition, 7.2, 11.2.2 and 11.3.1.1). */
final class PngColors {

    private static final int OPAQUE = 0xFF000000;
    private static final int MAX_ENTRIES = 256;

    private final PngHeader header;
    private int[] palette = {};

    /** The samples of the transparent color: grey, or red, green and blue. */
    private int[] transparent = {};

    PngColors(PngHeader header) {
        this.header = header;
    }

    void readPalette(ByteCursor chunk) throws IOException {
        // Some files have indices without a color. Readers differ in how they repair that; here, such a color is black.
        palette = new int[MAX_ENTRIES];
        Arrays.fill(palette, OPAQUE);
        for (int i = 0; i < palette.length && chunk.remaining() >= 3; i++) {
            palette[i] = OPAQUE | chunk.int8() << 16 | chunk.int16();
        }
    }

    void readTransparency(ByteCursor chunk) throws IOException {
        if (header.hasPalette()) {
            for (int i = 0; i < palette.length && chunk.remaining() > 0; i++) {
                palette[i] = palette[i] & ~OPAQUE | chunk.int8() << 24;
            }
        } else if (!header.hasAlpha()) {
            transparent = new int[header.channels()];
            for (int i = 0; i < transparent.length; i++) {
                transparent[i] = chunk.int16();
            }
        }
    }

    boolean lacksPalette() {
        return header.hasPalette() && palette.length == 0;
    }

    /**
     * @param scanline its samples begin at index 1
     * @param colors receives 0xAARRGGBB
     */
    void convert(byte[] scanline, int pixels, int[] colors) {
        if (header.bitDepth() < 8) {
            convertPacked(scanline, pixels, colors);
            return;
        }
        int sampleBytes = header.bitDepth() / 8;
        int pixelBytes = header.pixelBytes();
        boolean hasPalette = header.hasPalette();
        int green = header.hasColor() ? sampleBytes : 0;
        int blue = 2 * green;
        int alpha = header.hasAlpha() ? pixelBytes - sampleBytes : 0;
        for (int x = 0; x < pixels; x++) {
            int at = 1 + x * pixelBytes;
            int red = scanline[at] & 0xFF;
            if (hasPalette) {
                colors[x] = palette[red];
                continue;
            }
            int color = red << 16 | (scanline[at + green] & 0xFF) << 8 | scanline[at + blue] & 0xFF;
            if (alpha > 0) {
                color |= (scanline[at + alpha] & 0xFF) << 24;
            } else if (!isTransparent(scanline, at, sampleBytes)) {
                color |= OPAQUE;
            }
            colors[x] = color;
        }
    }

    private boolean isTransparent(byte[] scanline, int from, int sampleBytes) {
        int at = from;
        for (int sample : transparent) {
            int actual = Byte.toUnsignedInt(scanline[at]);
            if (sampleBytes == 2) {
                actual = actual << 8 | Byte.toUnsignedInt(scanline[at + 1]);
            }
            if (actual != sample) {
                return false;
            }
            at += sampleBytes;
        }
        return transparent.length > 0;
    }

    /** Converts several pixels per byte, the first of which is in the most significant bits. */
    private void convertPacked(byte[] scanline, int pixels, int[] colors) {
        int depth = header.bitDepth();
        int max = (1 << depth) - 1;
        for (int x = 0; x < pixels; x++) {
            int bit = x * depth;
            int sample = scanline[1 + bit / 8] >> 8 - depth - bit % 8 & max;
            if (header.hasPalette()) {
                colors[x] = palette[sample];
            } else {
                int grey = sample * 255 / max;
                boolean isTransparent = transparent.length > 0 && sample == transparent[0];
                colors[x] = (isTransparent ? 0 : OPAQUE) | grey << 16 | grey << 8 | grey;
            }
        }
    }
}
