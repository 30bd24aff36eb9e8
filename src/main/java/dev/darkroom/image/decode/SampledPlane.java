package dev.darkroom.image.decode;

/** The samples of one component of an image, at most one per pixel. */
final class SampledPlane {

    private final int width;
    private final int height;
    private final double scaleX;
    private final double scaleY;
    private final byte[] samples;

    /**
     * @param width in samples; like the height, enough to cover the image
     * @param scaleX the number of samples per pixel in a row of the image, at most 1; scaleY, in a column
     */
    SampledPlane(int width, int height, double scaleX, double scaleY) {
        this.width = width;
        this.height = height;
        this.scaleX = scaleX;
        this.scaleY = scaleY;
        this.samples = new byte[width * height];
    }

    int width() {
        return width;
    }

    /** The samples from 0 to 255, row by row. */
    byte[] samples() {
        return samples;
    }

    /**
     * The average of each square of the grid. Samples that cross an edge count by their share. A square that is smaller
     * than a sample gets the average over the area of a sample around its center.
     */
    float[] averages(ThumbnailGrid grid) {
        float[] averages = new float[grid.columns() * grid.rows()];
        double maxRight = Math.min(width, grid.width() * scaleX);
        double maxBottom = Math.min(height, grid.height() * scaleY);
        double halfWidth = Math.max(1, grid.step() * scaleX) / 2;
        double halfHeight = Math.max(1, grid.step() * scaleY) / 2;
        for (int row = 0; row < grid.rows(); row++) {
            double y = (row + 0.5) * grid.step() * scaleY;
            double top = Math.max(0, y - halfHeight);
            double bottom = Math.min(maxBottom, y + halfHeight);
            for (int column = 0; column < grid.columns(); column++) {
                double x = (column + 0.5) * grid.step() * scaleX;
                double left = Math.max(0, x - halfWidth);
                double right = Math.min(maxRight, x + halfWidth);
                averages[row * grid.columns() + column] = average(left, top, right, bottom);
            }
        }
        return averages;
    }

    private float average(double left, double top, double right, double bottom) {
        double sum = 0;
        for (int y = (int) top; y < bottom; y++) {
            double rowSum = 0;
            for (int x = (int) left; x < right; x++) {
                rowSum += share(x, left, right) * Byte.toUnsignedInt(samples[y * width + x]);
            }
            sum += share(y, top, bottom) * rowSum;
        }
        return (float) (sum / ((right - left) * (bottom - top)));
    }

    private static double share(int at, double from, double to) {
        return Math.min(at + 1, to) - Math.max(at, from);
    }
}
