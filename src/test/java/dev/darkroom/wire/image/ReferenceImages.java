package dev.darkroom.wire.image;

import static dev.darkroom.wire.server.TestServer.given;

import dev.darkroom.wire.client.AiVideoApiClient;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Creates images with references, and finds the drawn references in them. */
final class ReferenceImages {

    /** The side of a placeholder in pixels if the image has more than four references. */
    static final int SMALL_SIDE = 102;

    /** The side of a placeholder in pixels if the image has at most four references. */
    static final int LARGE_SIDE = 225;

    /** The background color of the placeholder for a missing reference. */
    private static final int PLACEHOLDER_COLOR = 0xFFE4E2DC;

    private ReferenceImages() {}

    static String imageUrls(String... urls) {
        return "\"image_urls\":" + Arrays.stream(urls).collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }

    static String imageUrl(AiVideoApiClient client, String input) {
        String id = client.createTask(input);
        client.advance("2s");
        return client.task(id).getString("output.urls[0]");
    }

    static BufferedImage read(String url) throws IOException {
        byte[] file = given().get(url).then().statusCode(200).extract().asByteArray();
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    /** Counts the placeholders for missing references. A cross covers about 7% of each placeholder. */
    static long missingReferences(BufferedImage image, int side) {
        return Math.round(
                pixels(image).filter(pixel -> pixel == PLACEHOLDER_COLOR).count() / (side * side * 0.93));
    }

    /** Counts the pixels that have one of the few colors of a thumbnail. */
    static long thumbnailPixels(BufferedImage image) {
        return pixels(image)
                .filter(pixel ->
                        (pixel >> 16 & 0xFF) % 17 == 0 && (pixel >> 8 & 0xFF) % 17 == 0 && (pixel & 0xFF) % 17 == 0)
                .count();
    }

    private static IntStream pixels(BufferedImage image) {
        return IntStream.of(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
    }
}
