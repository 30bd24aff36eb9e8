package dev.darkroom.image.decode;

import dev.darkroom.image.format.Zigzag;

/**
 * A component of a JPEG, such as its luma, with its decoded samples, which are reduced to about the resolution of the
 * thumbnail. For a progressive JPEG, it also has the coefficients. If the samples are the averages of whole blocks,
 * only the first coefficient of each block matters.
 *
 * <p>The samples take at most about 512² bytes, or 1/64 byte per pixel of the image if that is more. The coefficients
 * take two bytes per sample of the component if a pixel of the thumbnail is smaller than a block, otherwise two bytes
 * per block. With the usual sampling factors, all coefficients of an image take at most 26 MB; with the most unusual
 * ones, 54 MB.
 */
final class JpegComponent {

    private static final int SIDE = 8;
    private static final int COEFFICIENTS = SIDE * SIDE;

    /** The dimensions in blocks, without those that only complete the last unit of a scan (ITU T.81, A.2.4). */
    final int blocksWide;

    final int blocksHigh;

    /** The number of blocks in a unit of an interleaved scan. */
    final int horizontalSampling;

    final int verticalSampling;

    final int id;
    final int quantizationTableId;

    /**
     * The quantization table that applies when the first scan of the component begins, in zigzag order; null before.
     */
    int[] quantization;

    private final int blocksPerRow;
    private final int blockRows;
    private final SampledPlane plane;
    private final BlockReduction reduction;
    private short[] coefficients;

    JpegComponent(JpegFrame frame, int id, int horizontalSampling, int verticalSampling, int quantizationTableId) {
        this.id = id;
        this.horizontalSampling = horizontalSampling;
        this.verticalSampling = verticalSampling;
        this.quantizationTableId = quantizationTableId;
        ThumbnailGrid grid = frame.grid();
        this.blocksWide = blocks(grid.width(), horizontalSampling, frame.maxHorizontalSampling());
        this.blocksHigh = blocks(grid.height(), verticalSampling, frame.maxVerticalSampling());
        this.blocksPerRow = frame.unitsWide() * horizontalSampling;
        this.blockRows = frame.unitsHigh() * verticalSampling;
        double scaleX = (double) horizontalSampling / frame.maxHorizontalSampling();
        double scaleY = (double) verticalSampling / frame.maxVerticalSampling();
        this.reduction = BlockReduction.of(grid.step() * Math.min(scaleX, scaleY));
        double reduced = (double) reduction.side() / SIDE;
        this.plane = new SampledPlane(
                blocksPerRow * reduction.side(), blockRows * reduction.side(), scaleX * reduced, scaleY * reduced);
        if (frame.isProgressive()) {
            coefficients = new short[blocksPerRow * blockRows * coefficientsPerBlock()];
        }
    }

    private static int blocks(int pixels, int sampling, int maxSampling) {
        int samples = (pixels * sampling + maxSampling - 1) / maxSampling;
        return (samples + SIDE - 1) / SIDE;
    }

    /** Whether only the first coefficient of each block matters. */
    boolean isDcOnly() {
        return reduction.side() == 1;
    }

    /** The coefficients of a progressive JPEG, block by block, in zigzag order. */
    short[] coefficients() {
        return coefficients;
    }

    /** The index of the first coefficient of a block. */
    int offset(int blockX, int blockY) {
        return (blockY * blocksPerRow + blockX) * coefficientsPerBlock();
    }

    /** @param block the coefficients, multiplied by the quantization table, row by row */
    void setBlock(int blockX, int blockY, float[] block) {
        int side = reduction.side();
        reduction.write(block, plane.samples(), (blockY * blocksPerRow * side + blockX) * side, plane.width());
    }

    /** Computes the samples from the coefficients, and releases these. */
    void completeProgressive() {
        float[] block = new float[COEFFICIENTS];
        for (int y = 0; y < blockRows; y++) {
            for (int x = 0; x < blocksPerRow; x++) {
                int offset = offset(x, y);
                for (int i = 0; i < coefficientsPerBlock(); i++) {
                    block[Zigzag.position(i)] = coefficients[offset + i] * quantization[i];
                }
                setBlock(x, y, block);
            }
        }
        coefficients = null;
    }

    float[] averages(ThumbnailGrid grid) {
        return plane.averages(grid);
    }

    private int coefficientsPerBlock() {
        return isDcOnly() ? 1 : COEFFICIENTS;
    }
}
