package dev.darkroom.image.decode;

import dev.darkroom.image.Thumbnail;
import java.io.IOException;

/** Decodes a PNG (PNG third edition), interlaced or not, scanline by scanline. Ignores the checksums. */
final class PngDecoder {

    private static final int SIGNATURE_BYTES = 8;
    private static final int CHUNK_HEADER_BYTES = 8;
    private static final int CHECKSUM_BYTES = 4;

    /** The first pixel of each pass of an interlaced image, and the distances to the next ones (8.1, Adam7). */
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private final ByteCursor in;
    private final PngHeader header;
    private final PngColors colors;
    private final PixelAverages averages;
    private final int[] row;

    private PngDecoder(ByteCursor in) throws IOException {
        this.in = in;
        in.skip(SIGNATURE_BYTES);
        int length = in.int32();
        if (!in.fourCharacters().equals("IHDR")) {
            throw new IOException("its PNG header is missing");
        }
        this.header = PngHeader.read(in.take(length));
        in.skip(CHECKSUM_BYTES);
        this.colors = new PngColors(header);
        this.averages = new PixelAverages(header.grid());
        this.row = new int[header.grid().width()];
    }

    static Thumbnail decode(ByteCursor in) throws IOException {
        return new PngDecoder(in).decode();
    }

    private Thumbnail decode() throws IOException {
        readUntilImageData();
        if (colors.lacksPalette()) {
            throw new IOException("it has no palette");
        }
        try (PngScanlines scanlines = new PngScanlines(in, header)) {
            if (header.isInterlaced()) {
                for (int[] pass : PASSES) {
                    readPass(scanlines, pass[0], pass[1], pass[2], pass[3]);
                }
            } else {
                readRows(scanlines);
            }
        }
        return averages.thumbnail();
    }

    private void readUntilImageData() throws IOException {
        while (true) {
            int length = in.int32();
            String type = in.fourCharacters();
            if (type.equals("IDAT")) {
                in.moveTo(in.position() - CHUNK_HEADER_BYTES);
                return;
            }
            ByteCursor chunk = in.take(length);
            in.skip(CHECKSUM_BYTES);
            switch (type) {
                case "PLTE" -> colors.readPalette(chunk);
                case "tRNS" -> colors.readTransparency(chunk);
                default -> {}
            }
        }
    }

    private void readRows(PngScanlines scanlines) throws IOException {
        int width = header.grid().width();
        int length = header.scanlineBytes(width);
        scanlines.begin();
        for (int y = 0; y < header.grid().height(); y++) {
            colors.convert(scanlines.next(length), width, row);
            averages.addRow(y, row);
        }
    }

    private void readPass(PngScanlines scanlines, int left, int top, int stepX, int stepY) throws IOException {
        int pixels = (header.grid().width() - left + stepX - 1) / stepX;
        if (pixels == 0) {
            return;
        }
        int length = header.scanlineBytes(pixels);
        scanlines.begin();
        for (int y = top; y < header.grid().height(); y += stepY) {
            colors.convert(scanlines.next(length), pixels, row);
            for (int i = 0; i < pixels; i++) {
                averages.add(left + i * stepX, y, row[i]);
            }
        }
    }
}
