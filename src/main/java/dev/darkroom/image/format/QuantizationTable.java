package dev.darkroom.image.format;

/** A JPEG quantization table: the step size of each frequency of a block (ITU T.81, tables K.1 and K.2). */
final class QuantizationTable {

    private static final int[] LUMA = {
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29,
        51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121,
        120, 101, 72, 92, 95, 98, 112, 100, 103, 99
    };
    private static final int[] CHROMA = {
        17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99,
                99,
        99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
                99,
        99, 99, 99, 99, 99, 99
    };

    private final int[] steps = new int[64];

    /** Scales the table as libjpeg does: quality 50 is the table itself, and at quality 100 all steps are 1. */
    private QuantizationTable(int[] table, int quality) {
        int percent = quality < 50 ? 5000 / Math.max(1, quality) : 200 - 2 * quality;
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Math.max(1, Math.min(255, (table[i] * percent + 50) / 100));
        }
    }

    static QuantizationTable luma(int quality) {
        return new QuantizationTable(LUMA, quality);
    }

    static QuantizationTable chroma(int quality) {
        return new QuantizationTable(CHROMA, quality);
    }

    int quantize(float value, int frequency) {
        float exact = value / steps[frequency];
        return (int) (exact < 0 ? exact - 0.5f : exact + 0.5f);
    }

    /** The content of the DQT segment. */
    byte[] segment(int tableId) {
        byte[] segment = new byte[1 + steps.length];
        segment[0] = (byte) tableId;
        for (int i = 0; i < steps.length; i++) {
            segment[1 + i] = (byte) steps[Zigzag.position(i)];
        }
        return segment;
    }
}
