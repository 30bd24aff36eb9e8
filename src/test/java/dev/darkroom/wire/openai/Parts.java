package dev.darkroom.wire.openai;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.specification.MultiPartSpecification;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** The parts of a form, and the files in them. */
final class Parts {

    private Parts() {}

    static MultiPartSpecification text(String name, String value) {
        return new MultiPartSpecBuilder(value)
                .controlName(name)
                .emptyFileName()
                .mimeType("text/plain")
                .build();
    }

    static MultiPartSpecification file(String name, byte[] bytes) {
        return file(name, bytes, name + ".png", "image/png");
    }

    /** @param fileName empty for none */
    static MultiPartSpecification file(String name, byte[] bytes, String fileName, String type) {
        MultiPartSpecBuilder part =
                new MultiPartSpecBuilder(bytes).controlName(name).mimeType(type);
        return (fileName.isEmpty() ? part.emptyFileName() : part.fileName(fileName)).build();
    }

    /** A PNG file with an alpha channel. */
    static byte[] png(int width, int height) {
        return write(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    static byte[] png(BufferedImage image) {
        return write(image, "png");
    }

    static byte[] opaquePng(int width, int height) {
        return write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png");
    }

    static byte[] jpeg(int width, int height) {
        return write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    static String dataUrl(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    static byte[] write(BufferedImage image, String format) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
