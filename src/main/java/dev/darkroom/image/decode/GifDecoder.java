package dev.darkroom.image.decode;

import dev.darkroom.image.Thumbnail;
import java.io.IOException;
import java.util.Arrays;

/** Decodes the first image of a GIF (GIF89a), row by row. */
final class GifDecoder {

    private static final int SIGNATURE_BYTES = 6;
    private static final int SCREEN_SIZE_BYTES = 4;
    private static final int POSITION_BYTES = 4;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;
    private static final int GRAPHIC_CONTROL = 0xF9;
    private static final int HAS_COLOR_TABLE = 0x80;
    private static final int IS_INTERLACED = 0x40;
    private static final int OPAQUE = 0xFF000000;
    private static final int COLORS = 256;

    /** The first row of each pass of an interlaced image, and the distance to the next one (appendix E). */
    private static final int[][] PASSES = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};

    private static final int[][] ONE_PASS = {{0, 1}};

    private final ByteCursor in;

    /** The colors by index; null as long as there is no color table. */
    private int[] colors;

    private int transparent = COLORS;

    private GifDecoder(ByteCursor in) {
        this.in = in;
    }

    static Thumbnail decode(ByteCursor in) throws IOException {
        return new GifDecoder(in).decode();
    }

    private Thumbnail decode() throws IOException {
        in.skip(SIGNATURE_BYTES + SCREEN_SIZE_BYTES);
        int flags = in.int8();
        in.skip(2);
        readColorTable(flags);
        while (true) {
            switch (in.int8()) {
                case EXTENSION -> readExtension();
                case IMAGE -> {
                    return readImage();
                }
                default -> throw new IOException("it has no image");
            }
        }
    }

    /** Reads the color table, if the flags announce one. That of the image replaces that of the screen. */
    private void readColorTable(int flags) throws IOException {
        if ((flags & HAS_COLOR_TABLE) != 0) {
            colors = new int[COLORS];
            Arrays.fill(colors, OPAQUE);
            int count = 2 << (flags & 7);
            for (int i = 0; i < count; i++) {
                colors[i] = OPAQUE | in.int8() << 16 | in.int16();
            }
        }
    }

    private void readExtension() throws IOException {
        boolean isGraphicControl = in.int8() == GRAPHIC_CONTROL;
        for (int length = in.int8(); length > 0; length = in.int8()) {
            ByteCursor block = in.take(length);
            if (isGraphicControl && length >= 4) {
                boolean hasTransparent = (block.int8() & 1) != 0;
                block.skip(2);
                transparent = hasTransparent ? block.int8() : COLORS;
            }
        }
    }

    private Thumbnail readImage() throws IOException {
        in.skip(POSITION_BYTES);
        ThumbnailGrid grid = ThumbnailGrid.of(in.littleInt16(), in.littleInt16());
        int flags = in.int8();
        readColorTable(flags);
        if (colors == null) {
            throw new IOException("it has no color table");
        }
        if (transparent < COLORS) {
            colors[transparent] = 0;
        }
        GifLzw data = new GifLzw(in);
        PixelAverages averages = new PixelAverages(grid);
        byte[] indices = new byte[grid.width()];
        int[] row = new int[grid.width()];
        for (int[] pass : (flags & IS_INTERLACED) != 0 ? PASSES : ONE_PASS) {
            for (int y = pass[0]; y < grid.height(); y += pass[1]) {
                data.readRow(indices);
                for (int x = 0; x < row.length; x++) {
                    row[x] = colors[Byte.toUnsignedInt(indices[x])];
                }
                averages.addRow(y, row);
            }
        }
        return averages.thumbnail();
    }
}
