package dev.darkroom.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Independent decoders that the project itself does not use: the JDK's readers, and Google's libwebp. */
public final class Decoders {

    private static final String LIBWEBP = "com.luciad.imageio.webp";

    private Decoders() {}

    public static BufferedImage decode(ImageFormat format, byte[] file) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(format.mediaType());
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            String className = reader.getClass().getName();
            if (className.startsWith(format == ImageFormat.WEBP ? LIBWEBP : "com.sun")) {
                return read(reader, file);
            }
        }
        throw new IllegalStateException("no decoder for " + format);
    }

    private static BufferedImage read(ImageReader reader, byte[] file) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in);
            return reader.read(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            reader.dispose();
        }
    }

    /** Returns all pixels as 0xAARRGGBB. */
    public static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
