package dev.darkroom.image.decode;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The scanlines of a PNG, one at a time: inflates its image data, which is split into IDAT chunks, and undoes the
 * filters (PNG third edition, 9 and 10).
 */
final class PngScanlines implements AutoCloseable {

    private static final String IMAGE_DATA = "IDAT";
    private static final int CHECKSUM_BYTES = 4;

    private final ByteCursor chunks;
    private final int pixelBytes;
    private final Inflater inflater = new Inflater();
    private byte[] scanline;
    private byte[] previous;

    /** @param chunks positioned at the first IDAT chunk */
    PngScanlines(ByteCursor chunks, PngHeader header) {
        this.chunks = chunks;
        this.pixelBytes = header.pixelBytes();
        int length = 1 + header.scanlineBytes(header.grid().width());
        this.scanline = new byte[length];
        this.previous = new byte[length];
    }

    /** Begins the image, or the next pass of an interlaced image. Zeros replace the scanline before the first one. */
    void begin() {
        Arrays.fill(scanline, (byte) 0);
    }

    /**
     * Returns the next scanline, which is valid until the next call. Its samples begin at index 1.
     *
     * @param length its length in bytes, without the byte for its filter
     */
    byte[] next(int length) throws IOException {
        byte[] reused = previous;
        previous = scanline;
        scanline = reused;
        inflate(1 + length);
        undoFilter(1 + length);
        return scanline;
    }

    @Override
    public void close() {
        inflater.end();
    }

    private void inflate(int length) throws IOException {
        int filled = 0;
        try {
            while (filled < length) {
                filled += inflater.inflate(scanline, filled, length - filled);
                if (filled < length && inflater.needsInput()) {
                    nextChunk();
                } else if (filled < length && (inflater.finished() || inflater.needsDictionary())) {
                    throw new IOException("it has too little image data");
                }
            }
        } catch (DataFormatException e) {
            throw new IOException("its image data is corrupt", e);
        }
    }

    private void nextChunk() throws IOException {
        int length = chunks.int32();
        if (!chunks.fourCharacters().equals(IMAGE_DATA)) {
            throw new IOException("it has too little image data");
        }
        ByteCursor data = chunks.take(length);
        inflater.setInput(data.bytes(), data.position(), data.remaining());
        chunks.skip(Math.min(CHECKSUM_BYTES, chunks.remaining()));
    }

    private void undoFilter(int length) throws IOException {
        switch (scanline[0]) {
            case 0 -> {}
            case 1 -> undoSub(scanline, length);
            case 2 -> undoUp(scanline, previous, length);
            case 3 -> undoAverage(scanline, previous, length);
            case 4 -> undoPaeth(scanline, previous, length);
            default -> throw new IOException("it has a filter that PNG does not define");
        }
    }

    private void undoSub(byte[] row, int length) {
        for (int i = 1 + pixelBytes; i < length; i++) {
            row[i] += row[i - pixelBytes];
        }
    }

    private static void undoUp(byte[] row, byte[] above, int length) {
        for (int i = 1; i < length; i++) {
            row[i] += above[i];
        }
    }

    private void undoAverage(byte[] row, byte[] above, int length) {
        for (int i = 1; i < length; i++) {
            int left = i > pixelBytes ? row[i - pixelBytes] & 0xFF : 0;
            row[i] += (byte) (left + (above[i] & 0xFF) >> 1);
        }
    }

    private void undoPaeth(byte[] row, byte[] above, int length) {
        for (int i = 1; i < length; i++) {
            int left = i > pixelBytes ? row[i - pixelBytes] & 0xFF : 0;
            int corner = i > pixelBytes ? above[i - pixelBytes] & 0xFF : 0;
            row[i] += (byte) paeth(left, above[i] & 0xFF, corner);
        }
    }

    /** The neighbor that is closest to left + above − corner (9.4). */
    private static int paeth(int left, int above, int corner) {
        int toLeft = Math.abs(above - corner);
        int toAbove = Math.abs(left - corner);
        int toCorner = Math.abs(left + above - 2 * corner);
        if (toLeft <= toAbove && toLeft <= toCorner) {
            return left;
        }
        return toAbove <= toCorner ? above : corner;
    }
}
