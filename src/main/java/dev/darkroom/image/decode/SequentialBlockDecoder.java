package dev.darkroom.image.decode;

import dev.darkroom.image.decode.JpegScanHeader.Part;
import dev.darkroom.image.format.Zigzag;
import java.io.IOException;
import java.util.Arrays;

/** Decodes blocks that have all their coefficients in one scan (ITU T.81, F.2.2). */
final class SequentialBlockDecoder implements JpegBlockDecoder {

    private static final int COEFFICIENTS = 64;
    private static final int MAX_COMPONENTS = 4;
    private static final int SIXTEEN_ZEROS = 0xF0;

    private final JpegBits bits;
    private final int[] previousDcs = new int[MAX_COMPONENTS];
    private final float[] block = new float[COEFFICIENTS];

    SequentialBlockDecoder(JpegBits bits) {
        this.bits = bits;
    }

    @Override
    public void restart() {
        Arrays.fill(previousDcs, 0);
    }

    @Override
    public void decode(Part part, int index, int blockX, int blockY) throws IOException {
        JpegComponent component = part.component();
        previousDcs[index] += bits.readSigned(part.dcCode().decode(bits) & 0xF);
        block[0] = previousDcs[index] * component.quantization[0];
        if (component.isDcOnly()) {
            skipAc(part.acCode());
        } else {
            Arrays.fill(block, 1, COEFFICIENTS, 0);
            readAc(part.acCode(), component.quantization);
        }
        component.setBlock(blockX, blockY, block);
    }

    private void readAc(PrefixDecoder code, int[] quantization) throws IOException {
        for (int i = 1; i < COEFFICIENTS; i++) {
            int symbol = code.decode(bits);
            int size = symbol & 0xF;
            if (size > 0) {
                i = checkIndex(i + (symbol >> 4));
                block[Zigzag.position(i)] = bits.readSigned(size) * quantization[i];
            } else if (symbol == SIXTEEN_ZEROS) {
                i += 15;
            } else {
                return;
            }
        }
    }

    private void skipAc(PrefixDecoder code) throws IOException {
        for (int i = 1; i < COEFFICIENTS; i++) {
            int symbol = code.decode(bits);
            int size = symbol & 0xF;
            if (size > 0) {
                i = checkIndex(i + (symbol >> 4));
                bits.read(size);
            } else if (symbol == SIXTEEN_ZEROS) {
                i += 15;
            } else {
                return;
            }
        }
    }

    private static int checkIndex(int index) throws IOException {
        if (index >= COEFFICIENTS) {
            throw new IOException("one of its blocks has too many coefficients");
        }
        return index;
    }
}
