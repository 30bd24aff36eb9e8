package dev.darkroom.image.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.image.Thumbnail;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Compares thumbnails with images that another decoder has read, averaged over the same squares. */
final class ThumbnailAssert {

    private static final int CHANNELS = 3;

    private ThumbnailAssert() {}

    static Thumbnail decode(byte[] file) {
        try {
            return ThumbnailDecoder.decode(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file with the JDK's decoders. */
    static BufferedImage readWithJdk(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param maxMean how much the channels may differ on average, from 0 to 255 */
    static void assertLooksLike(Thumbnail actual, BufferedImage expected, double maxMean) {
        int step = (Math.max(expected.getWidth(), expected.getHeight()) + 255) / 256;
        assertThat(actual.width()).isEqualTo((expected.getWidth() + step - 1) / step);
        assertThat(actual.height()).isEqualTo((expected.getHeight() + step - 1) / step);
        double sum = 0;
        for (int i = 0; i < actual.pixels().length; i++) {
            double[] average = average(expected, i % actual.width() * step, i / actual.width() * step, step);
            for (int channel = 0; channel < CHANNELS; channel++) {
                sum += Math.abs((actual.pixels()[i] >> 16 - 8 * channel & 0xFF) - average[channel]);
            }
        }
        assertThat(sum / (CHANNELS * actual.pixels().length)).isLessThanOrEqualTo(maxMean);
    }

    private static double[] average(BufferedImage image, int left, int top, int step) {
        double[] sums = new double[CHANNELS];
        int right = Math.min(image.getWidth(), left + step);
        int bottom = Math.min(image.getHeight(), top + step);
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int color = color(image, x, y);
                int alpha = color >>> 24;
                for (int channel = 0; channel < CHANNELS; channel++) {
                    int value = color >> 16 - 8 * channel & 0xFF;
                    sums[channel] += (value * alpha + 255 * (255 - alpha)) / 255.0;
                }
            }
        }
        for (int channel = 0; channel < CHANNELS; channel++) {
            sums[channel] /= (right - left) * (bottom - top);
        }
        return sums;
    }

    /** Reads samples of grey as they are, because getRGB takes them for linear light and converts them. */
    private static int color(BufferedImage image, int x, int y) {
        boolean isGrey = image.getColorModel().getNumColorComponents() == 1;
        if (!isGrey || image.getColorModel() instanceof IndexColorModel) {
            return image.getRGB(x, y);
        }
        int bits = image.getRaster().getDataBuffer().getDataType() == DataBuffer.TYPE_USHORT ? 16 : 8;
        return 0xFF000000 | 0x010101 * (image.getRaster().getSample(x, y, 0) >> bits - 8);
    }
}
