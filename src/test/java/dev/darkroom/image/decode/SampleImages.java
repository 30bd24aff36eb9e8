package dev.darkroom.image.decode;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Images with gradients and edges, and their files, written by the JDK and libwebp. */
final class SampleImages {

    private SampleImages() {}

    /** @param type as in BufferedImage; if it has an alpha channel, the shapes are translucent */
    static BufferedImage random(SplittableRandom random, int width, int height, int type) {
        return drawOn(new BufferedImage(width, height, type), random);
    }

    /** An image with a palette, one of whose colors is transparent. */
    static BufferedImage withPalette(SplittableRandom random, int width, int height, int bits) {
        int colors = 1 << bits;
        byte[][] channels = new byte[3][colors];
        for (int i = 0; i < colors; i++) {
            for (byte[] channel : channels) {
                channel[i] = (byte) random.nextInt(256);
            }
        }
        IndexColorModel palette =
                new IndexColorModel(bits, colors, channels[0], channels[1], channels[2], random.nextInt(colors));
        int type = bits == 8 ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_BYTE_BINARY;
        BufferedImage image = new BufferedImage(width, height, type, palette);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, (x / 5 + y / 3 + random.nextInt(2)) % colors);
            }
        }
        return image;
    }

    private static BufferedImage drawOn(BufferedImage image, SplittableRandom random) {
        int width = image.getWidth();
        int height = image.getHeight();
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, color(random, 255), width, height, color(random, 255)));
        boolean hasAlpha = image.getColorModel().hasAlpha();
        graphics.fillRect(0, 0, hasAlpha ? width / 2 : width, height);
        for (int i = 0; i < 5; i++) {
            graphics.setColor(color(random, hasAlpha ? random.nextInt(256) : 255));
            int side = 1 + Math.max(width, height) / 3;
            graphics.fillOval(random.nextInt(width), random.nextInt(height), side, side);
        }
        graphics.dispose();
        return image;
    }

    private static Color color(SplittableRandom random, int alpha) {
        return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256), alpha);
    }

    static byte[] write(BufferedImage image, String format) {
        return write(image, format, param -> {});
    }

    static byte[] write(BufferedImage image, String format, Consumer<ImageWriteParam> settings) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        return write(new IIOImage(image, null, null), writer, settings);
    }

    static byte[] write(IIOImage image, ImageWriter writer, Consumer<ImageWriteParam> settings) {
        ImageWriteParam param = writer.getDefaultWriteParam();
        settings.accept(param);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, image, param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    /** Interlaced, or progressive. */
    static void inPasses(ImageWriteParam param) {
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }

    static byte[] lossyWebp(BufferedImage image, float quality) {
        return webp(image, "Lossy", quality);
    }

    static byte[] losslessWebp(BufferedImage image, float quality) {
        return webp(image, "Lossless", quality);
    }

    /** @param quality from 0 to 1; for a lossless file, the effort */
    private static byte[] webp(BufferedImage image, String compression, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByMIMEType("image/webp").next();
        return write(new IIOImage(image, null, null), writer, param -> {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(compression);
            param.setCompressionQuality(quality);
        });
    }
}
