package dev.darkroom.image.decode;

/**
 * The step sizes of the coefficients in a segment of a frame (RFC 6386, sections 9.6 and 14.1).
 *
 * @param y of luma blocks: of the first coefficient, and of the others
 * @param y2 of the block of the first coefficients of luma blocks
 * @param uv of chroma blocks
 */
record Vp8Quantizer(int[] y, int[] y2, int[] uv) {

    private static final int MIN_Y2_AC = 8;
    private static final int MAX_UV_DC = 132;

    /** @param deltas added to the index for y DC, y2 DC, y2 AC, uv DC and uv AC */
    static Vp8Quantizer of(int index, int[] deltas) {
        return new Vp8Quantizer(
                new int[] {Vp8Tables.dcStep(index + deltas[0]), Vp8Tables.acStep(index)},
                new int[] {
                    2 * Vp8Tables.dcStep(index + deltas[1]),
                    Math.max(MIN_Y2_AC, Vp8Tables.acStep(index + deltas[2]) * 155 / 100)
                },
                new int[] {Math.min(MAX_UV_DC, Vp8Tables.dcStep(index + deltas[3])), Vp8Tables.acStep(index + deltas[4])
                });
    }
}
