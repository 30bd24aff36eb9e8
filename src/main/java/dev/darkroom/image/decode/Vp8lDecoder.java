package dev.darkroom.image.decode;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Decodes the bitstream of a lossless WebP (RFC 9649, section 3), row by row. The parameters of at most two transforms
 * take 4 bytes per square of at least 4×4 pixels.
 */
final class Vp8lDecoder {

    private static final int SIGNATURE = 0x2F;
    private static final int PREDICTOR = 0;
    private static final int COLOR = 1;
    private static final int SUBTRACT_GREEN = 2;
    private static final int COLOR_INDEXING = 3;

    private final Vp8lBits in;
    private final ThumbnailGrid grid;
    private final Deque<Vp8lTransform> transforms = new ArrayDeque<>();
    private final Vp8lPixels pixels;
    private final int[] coded;
    private int nextRow;

    /** Decodes an image with a header. */
    Vp8lDecoder(ByteCursor in) throws IOException {
        this(new Vp8lBits(in));
    }

    private Vp8lDecoder(Vp8lBits in) throws IOException {
        this(in, readSize(in));
    }

    /** Decodes an image without a header, such as an alpha channel. */
    Vp8lDecoder(ByteCursor in, ThumbnailGrid grid) throws IOException {
        this(new Vp8lBits(in), grid);
    }

    private Vp8lDecoder(Vp8lBits in, ThumbnailGrid grid) throws IOException {
        this.in = in;
        this.grid = grid;
        this.coded = new int[readTransforms()];
        this.pixels = Vp8lPixels.ofMainImage(in, coded.length, grid.height());
    }

    private static ThumbnailGrid readSize(Vp8lBits in) throws IOException {
        boolean isValid = in.read(8) == SIGNATURE;
        int width = in.read(14) + 1;
        int height = in.read(14) + 1;
        in.read(1);
        if (!isValid || in.read(3) != 0) {
            throw new IOException("its lossless WebP header is invalid");
        }
        return ThumbnailGrid.of(width, height);
    }

    ThumbnailGrid grid() {
        return grid;
    }

    /** Returns the next row, 0xAARRGGBB, valid until the next call. */
    int[] nextRow() throws IOException {
        pixels.readRow(coded, 0);
        if (++nextRow == grid.height()) {
            in.checkEnd();
        }
        int[] row = coded;
        for (Vp8lTransform transform : transforms) {
            row = transform.undo(row);
        }
        return row;
    }

    /** Reads the transforms, the last of which is undone first. Returns the width of the coded image. */
    private int readTransforms() throws IOException {
        int width = grid.width();
        int seenTypes = 0;
        while (in.readFlag()) {
            int type = in.read(2);
            if ((seenTypes & 1 << type) != 0) {
                throw new IOException("it has a transform twice");
            }
            seenTypes |= 1 << type;
            switch (type) {
                case PREDICTOR, COLOR -> {
                    int bits = 2 + in.read(3);
                    int squaresWide = Vp8lTransform.squares(width, bits);
                    int[] image = Vp8lPixels.readImage(in, squaresWide, Vp8lTransform.squares(grid.height(), bits));
                    transforms.push(
                            type == PREDICTOR
                                    ? new PredictorTransform(image, bits, width)
                                    : new ColorTransform(image, bits, width));
                }
                case SUBTRACT_GREEN -> transforms.push(new SubtractGreenTransform());
                default -> {
                    int colors = in.read(8) + 1;
                    transforms.push(new ColorIndexingTransform(Vp8lPixels.readImage(in, colors, 1), width));
                    width = Vp8lTransform.squares(width, ColorIndexingTransform.bundleBits(colors));
                }
            }
        }
        return width;
    }
}
