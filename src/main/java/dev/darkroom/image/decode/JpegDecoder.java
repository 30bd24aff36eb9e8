package dev.darkroom.image.decode;

import dev.darkroom.image.Thumbnail;
import dev.darkroom.image.format.JpegMarker;
import java.io.IOException;

/**
 * Decodes a sequential or progressive JPEG with Huffman codes and 8 bits per sample (ITU T.81). It computes only about
 * as many samples as the thumbnail has pixels: one per block, if a side of the image has more than 1792 pixels.
 *
 * <p>{@link JpegComponent} states the memory. Each scan of a progressive image may take as long as a whole image, so
 * the decoder limits their number.
 */
final class JpegDecoder {

    private static final int MAX_SCANS = 500;

    private final ByteCursor in;
    private final JpegTables tables = new JpegTables();
    private JpegFrame frame;
    private boolean isJfif;
    private int adobeTransform = JpegColors.NO_ADOBE_MARKER;
    private int restartInterval;
    private int scans;

    private JpegDecoder(ByteCursor in) {
        this.in = in;
    }

    static Thumbnail decode(ByteCursor in) throws IOException {
        return new JpegDecoder(in).decode();
    }

    private Thumbnail decode() throws IOException {
        for (int marker = nextMarker(); marker != JpegMarker.END; marker = nextMarker()) {
            if (hasSegment(marker)) {
                int length = in.int16();
                read(marker, in.take(length - 2L));
            }
        }
        return thumbnail();
    }

    private void read(int marker, ByteCursor segment) throws IOException {
        switch (marker) {
            case JpegMarker.SEQUENTIAL_FRAME, JpegMarker.EXTENDED_FRAME -> readFrame(segment, false);
            case JpegMarker.PROGRESSIVE_FRAME -> readFrame(segment, true);
            case JpegMarker.HUFFMAN_TABLES -> tables.readCodes(segment);
            case JpegMarker.QUANTIZATION_TABLES -> tables.readQuantizations(segment);
            case JpegMarker.RESTART_INTERVAL -> restartInterval = segment.int16();
            case JpegMarker.SCAN -> readScan(segment);
            case JpegMarker.JFIF -> isJfif |= startsWith(segment, "JFIF");
            case JpegMarker.ADOBE -> readAdobe(segment);
            default -> {
                if (isOtherFrame(marker)) {
                    throw new IOException("it is a JPEG without Huffman codes, or a lossless one");
                }
            }
        }
    }

    private void readFrame(ByteCursor segment, boolean isProgressive) throws IOException {
        if (frame != null) {
            throw new IOException("it has several frames");
        }
        frame = new JpegFrame(segment, isProgressive);
    }

    /** Skips scans without first coefficients, if the thumbnail needs only the average of each block. */
    private void readScan(ByteCursor segment) throws IOException {
        if (frame == null) {
            throw new IOException("it has a scan before its frame");
        }
        if (++scans > MAX_SCANS) {
            throw new IOException("it has more than " + MAX_SCANS + " scans");
        }
        JpegScanHeader header = JpegScanHeader.read(segment, frame, tables);
        if (header.first() == 0 || !header.parts().get(0).component().isDcOnly()) {
            new JpegScanDecoder(frame, header, in, restartInterval).decode();
        }
    }

    private void readAdobe(ByteCursor segment) throws IOException {
        // The first four characters of "Adobe" suffice to tell the marker from others.
        if (segment.remaining() >= 12 && startsWith(segment, "Adob")) {
            segment.skip(7);
            adobeTransform = segment.int8();
        }
    }

    private static boolean startsWith(ByteCursor segment, String text) throws IOException {
        return segment.remaining() >= text.length() && segment.fourCharacters().equals(text);
    }

    private Thumbnail thumbnail() throws IOException {
        if (frame == null) {
            throw new IOException("it has no frame");
        }
        float[][] values = new float[frame.components().size()][];
        for (int i = 0; i < values.length; i++) {
            JpegComponent component = frame.components().get(i);
            if (component.quantization == null) {
                throw new IOException("it lacks a color component");
            }
            if (frame.isProgressive()) {
                component.completeProgressive();
            }
            values[i] = component.averages(frame.grid());
        }
        return JpegColors.of(frame, isJfif, adobeTransform).thumbnail(frame.grid(), values);
    }

    /**
     * Returns the next marker. Skips the rest of a scan and other bytes between segments. A file without an end marker
     * ends after a scan.
     */
    private int nextMarker() throws IOException {
        while (true) {
            if (in.remaining() < 2 && scans > 0) {
                return JpegMarker.END;
            }
            if (in.int8() == 0xFF) {
                int marker = in.int8();
                if (marker != 0 && marker != 0xFF) {
                    return marker;
                }
                in.moveTo(in.position() - 1);
            }
        }
    }

    private static boolean hasSegment(int marker) {
        boolean isTemporary = marker == 1;
        boolean isRestart = marker >= 0xD0 && marker < JpegMarker.START;
        return !isTemporary && !isRestart && marker != JpegMarker.START;
    }

    /**
     * Whether a marker begins a frame of another kind: C3 to CF, except for tables (CC; C4 is read before) and an
     * extension (C8).
     */
    private static boolean isOtherFrame(int marker) {
        return marker >= 0xC3 && marker <= 0xCF && marker != 0xC8 && marker != 0xCC;
    }
}
