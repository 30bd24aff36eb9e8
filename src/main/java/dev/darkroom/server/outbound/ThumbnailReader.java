package dev.darkroom.server.outbound;

import dev.darkroom.image.Thumbnail;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads images as thumbnails, with the JDK's readers and, for WebP, that of TwelveMonkeys. This is the only class that
 * needs AWT, and only if references are drawn. A native executable lacks AWT unless it is built with quarkus-awt, so it
 * cannot read images.
 */
final class ThumbnailReader {

    /** Larger than a thumbnail on the largest image. */
    private static final int THUMBNAIL_SIDE = 256;

    private static final long MAX_PIXELS = 36_000_000;
    private static final int MAX_SIDE = 20_000;

    private ThumbnailReader() {}

    /** @throws IOException if the file is not a readable image, or too large */
    static Thumbnail read(byte[] file) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("it is not a readable PNG, JPEG, WebP, GIF, BMP or TIFF image");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return read(reader);
            } finally {
                reader.dispose();
            }
        }
    }

    private static Thumbnail read(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MAX_PIXELS || Math.max(width, height) > MAX_SIDE) {
            throw new IOException("it has " + width + "x" + height + " pixels; the limits are " + MAX_PIXELS
                    + " pixels and " + MAX_SIDE + " per side");
        }
        int step = (Math.max(width, height) + THUMBNAIL_SIDE - 1) / THUMBNAIL_SIDE;
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return thumbnail(reader.read(0, param));
    }

    /** Draws the image on a white background. */
    private static Thumbnail thumbnail(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int i = 0; i < pixels.length; i++) {
            int alpha = pixels[i] >>> 24;
            int red = overWhite(pixels[i] >> 16 & 0xFF, alpha);
            int green = overWhite(pixels[i] >> 8 & 0xFF, alpha);
            int blue = overWhite(pixels[i] & 0xFF, alpha);
            pixels[i] = red << 16 | green << 8 | blue;
        }
        return new Thumbnail(image.getWidth(), image.getHeight(), pixels);
    }

    private static int overWhite(int value, int alpha) {
        return (value * alpha + 255 * (255 - alpha)) / 255;
    }
}
