package dev.darkroom.image.format;

import dev.darkroom.image.ImageFacts;
import dev.darkroom.image.raster.Raster;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Writes a baseline JPEG (ITU T.81) without chroma subsampling, which would blur the text. The JDK's writer needs AWT
 * (see {@link PngWriter}), and its output depends on the machine's libjpeg.
 */
final class JpegWriter {

    private static final int MAX_SEGMENT = 0xFFFF - 2;
    private static final String XMP_NAME = "http://ns.adobe.com/xap/1.0/\0";

    private final ByteArrayOutputStream jpeg = new ByteArrayOutputStream(1 << 16);

    /** @param quality from 1 (smallest file) to 100 (best quality) */
    byte[] write(Raster raster, ImageFacts facts, int quality) {
        QuantizationTable luma = QuantizationTable.luma(quality);
        QuantizationTable chroma = QuantizationTable.chroma(quality);
        writeMarker(JpegMarker.START);
        writeSegment(JpegMarker.JFIF, new byte[] {'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0});
        writeSegment(JpegMarker.XMP, xmp(facts));
        writeSegment(JpegMarker.QUANTIZATION_TABLES, luma.segment(0));
        writeSegment(JpegMarker.QUANTIZATION_TABLES, chroma.segment(1));
        writeSegment(JpegMarker.SEQUENTIAL_FRAME, frame(raster));
        writeSegment(JpegMarker.HUFFMAN_TABLES, JpegHuffmanCode.LUMA_DC.segment(0x00));
        writeSegment(JpegMarker.HUFFMAN_TABLES, JpegHuffmanCode.LUMA_AC.segment(0x10));
        writeSegment(JpegMarker.HUFFMAN_TABLES, JpegHuffmanCode.CHROMA_DC.segment(0x01));
        writeSegment(JpegMarker.HUFFMAN_TABLES, JpegHuffmanCode.CHROMA_AC.segment(0x11));
        writeSegment(JpegMarker.SCAN, new byte[] {3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0});
        jpeg.writeBytes(new JpegScan(raster, luma, chroma).encode());
        writeMarker(JpegMarker.END);
        return jpeg.toByteArray();
    }

    private static byte[] xmp(ImageFacts facts) {
        byte[] name = XMP_NAME.getBytes(StandardCharsets.US_ASCII);
        byte[] packet = Xmp.of(facts, MAX_SEGMENT - name.length);
        return ByteBuffer.allocate(name.length + packet.length)
                .put(name)
                .put(packet)
                .array();
    }

    /** Three components of 8 bits, all sampled at full resolution. */
    private static byte[] frame(Raster raster) {
        return ByteBuffer.allocate(15)
                .put((byte) 8)
                .putShort((short) raster.size().height())
                .putShort((short) raster.size().width())
                .put(new byte[] {3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1})
                .array();
    }

    private void writeSegment(int type, byte[] data) {
        writeMarker(type);
        jpeg.write(data.length + 2 >> 8);
        jpeg.write(data.length + 2);
        jpeg.writeBytes(data);
    }

    private void writeMarker(int type) {
        jpeg.write(0xFF);
        jpeg.write(type);
    }
}
