package dev.darkroom.image.format;

import dev.darkroom.image.raster.Palette;
import dev.darkroom.image.raster.Raster;
import dev.darkroom.image.raster.Yielding;
import java.io.ByteArrayOutputStream;

/** The entropy-coded scan of a JPEG, in 8×8 blocks. Most blocks have a single color, and need no transform. */
final class JpegScan {

    private static final int SIDE = 8;
    private static final int CHANNELS = 3;
    private static final int END_OF_BLOCK = 0x00;
    private static final int SIXTEEN_ZEROS = 0xF0;

    private final Raster raster;
    private final QuantizationTable[] quantizers;
    private final JpegHuffmanCode[] dcCodes = {
        JpegHuffmanCode.LUMA_DC, JpegHuffmanCode.CHROMA_DC, JpegHuffmanCode.CHROMA_DC
    };
    private final JpegHuffmanCode[] acCodes = {
        JpegHuffmanCode.LUMA_AC, JpegHuffmanCode.CHROMA_AC, JpegHuffmanCode.CHROMA_AC
    };
    private final float[][] values = new float[CHANNELS][Palette.MAX];
    private final int[] previousDcs = new int[CHANNELS];
    private final float[] block = new float[SIDE * SIDE];
    private final int[] quantized = new int[SIDE * SIDE];
    private final int[] indices = new int[SIDE * SIDE];
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    private long pending;
    private int count;

    JpegScan(Raster raster, QuantizationTable luma, QuantizationTable chroma) {
        this.raster = raster;
        this.quantizers = new QuantizationTable[] {luma, chroma, chroma};
        for (int i = 0; i < raster.palette().size(); i++) {
            convert(i, raster.palette().color(i));
        }
    }

    byte[] encode() {
        for (int y = 0; y < raster.size().height(); y += SIDE) {
            Yielding.beforeRow(y);
            for (int x = 0; x < raster.size().width(); x += SIDE) {
                boolean isFlat = read(x, y);
                for (int channel = 0; channel < CHANNELS; channel++) {
                    if (isFlat) {
                        writeFlat(channel, values[channel][indices[0]]);
                    } else {
                        writeBlock(channel);
                    }
                }
            }
        }
        write((1 << SIDE) - 1, SIDE - 1);
        return out.toByteArray();
    }

    /** Converts a color to YCbCr as in JFIF, centered on zero, on a white background. */
    private void convert(int index, int color) {
        int alpha = color >>> 24;
        float red = overWhite(alpha, color >>> 16 & 0xFF);
        float green = overWhite(alpha, color >>> 8 & 0xFF);
        float blue = overWhite(alpha, color & 0xFF);
        values[0][index] = 0.299f * red + 0.587f * green + 0.114f * blue - 128;
        values[1][index] = -0.168736f * red - 0.331264f * green + 0.5f * blue;
        values[2][index] = 0.5f * red - 0.418688f * green - 0.081312f * blue;
    }

    private static float overWhite(int alpha, int value) {
        return (value * alpha + 255 * (255 - alpha)) / 255f;
    }

    /** Reads a block and returns whether it has a single color. Blocks that cross the edge repeat the last pixel. */
    private boolean read(int left, int top) {
        byte[] bytes = raster.bytes();
        int lastX = raster.size().width() - 1;
        int lastY = raster.size().height() - 1;
        int differences = 0;
        for (int y = 0; y < SIDE; y++) {
            int row = raster.offset(0, Math.min(top + y, lastY));
            for (int x = 0; x < SIDE; x++) {
                int index = Byte.toUnsignedInt(bytes[row + Math.min(left + x, lastX)]);
                indices[SIDE * y + x] = index;
                differences |= index ^ indices[0];
            }
        }
        return differences == 0;
    }

    private void writeFlat(int channel, float value) {
        writeDc(channel, quantizers[channel].quantize(SIDE * value, 0));
        writeSymbol(acCodes[channel], END_OF_BLOCK);
    }

    private void writeBlock(int channel) {
        for (int i = 0; i < block.length; i++) {
            block[i] = values[channel][indices[i]];
        }
        Dct.transform(block);
        for (int i = 0; i < block.length; i++) {
            int frequency = Zigzag.position(i);
            quantized[i] = quantizers[channel].quantize(block[frequency], frequency);
        }
        writeDc(channel, quantized[0]);
        int zeros = 0;
        for (int i = 1; i < quantized.length; i++) {
            if (quantized[i] == 0) {
                zeros++;
                continue;
            }
            for (; zeros >= 16; zeros -= 16) {
                writeSymbol(acCodes[channel], SIXTEEN_ZEROS);
            }
            int size = size(quantized[i]);
            writeSymbol(acCodes[channel], zeros << 4 | size);
            writeValue(quantized[i], size);
            zeros = 0;
        }
        if (zeros > 0) {
            writeSymbol(acCodes[channel], END_OF_BLOCK);
        }
    }

    private void writeDc(int channel, int dc) {
        int difference = dc - previousDcs[channel];
        previousDcs[channel] = dc;
        int size = size(difference);
        writeSymbol(dcCodes[channel], size);
        writeValue(difference, size);
    }

    private static int size(int value) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(value));
    }

    private void writeSymbol(JpegHuffmanCode code, int symbol) {
        write(code.code(symbol), code.length(symbol));
    }

    private void writeValue(int value, int size) {
        write(value < 0 ? value + (1 << size) - 1 : value, size);
    }

    /**
     * The most significant bit goes first. A zero byte follows 0xFF, which would otherwise begin a marker (byte
     * stuffing).
     */
    private void write(int value, int size) {
        pending = pending << size | value & (1 << size) - 1;
        count += size;
        while (count >= Byte.SIZE) {
            count -= Byte.SIZE;
            int next = (int) (pending >>> count) & 0xFF;
            out.write(next);
            if (next == 0xFF) {
                out.write(0);
            }
        }
    }
}
