package dev.darkroom.wire.image;

import static dev.darkroom.wire.target.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.settings.ChangedVendorSettings;
import dev.darkroom.wire.target.TestServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** References are fetched if a setting allows it and drawn as thumbnails. Unavailable references are crossed out. */
@ChangedVendorSettings
class ReferencesIT {

    /** The background color of the placeholder for a missing reference. */
    private static final int PLACEHOLDER_COLOR = 0xFFE4E2DC;

    /** The side of a placeholder in pixels if the image has more than four references. */
    private static final int SMALL_SIDE = 102;

    /** The side of a placeholder in pixels if the image has at most four references. */
    private static final int LARGE_SIDE = 225;

    private final AiVideoApiClient client = new AiVideoApiClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    void drawsAvailableReferences() throws IOException {
        String reference = imageUrl("\"prompt\":\"the reference\"");

        BufferedImage without = read(imageUrl("\"prompt\":\"p\""));
        BufferedImage with = read(imageUrl("\"prompt\":\"p\"," + imageUrls(reference)));

        assertThat(missingReferences(with, LARGE_SIDE)).isZero();
        assertThat(thumbnailPixels(with) - thumbnailPixels(without)).isGreaterThan(10_000);
    }

    @Test
    void acceptsDataUris() throws IOException {
        byte[] png = given().get(imageUrl("\"prompt\":\"p\"")).asByteArray();
        String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(png);

        assertThat(missingReferences(read(imageUrl(imageUrls(data))), LARGE_SIDE))
                .isZero();
        assertThat(missingReferences(read(imageUrl(imageUrls("data:image/png;base64,AAAA"))), LARGE_SIDE))
                .isOne();
        assertThat(missingReferences(read(imageUrl(imageUrls("data:,"))), LARGE_SIDE))
                .isOne();
    }

    /** An unknown host, a closed port, an error, a response without an image, forbidden addresses, an invalid URL. */
    @Test
    void crossesOutUnavailableReferences() throws IOException {
        String server = TestServer.current().url();
        String[] unavailable = {
            "http://no-such-host.invalid/a.png",
            "http://localhost:1/a.png",
            server + "/no/such/image.png",
            server + "/q/health/ready",
            "http://169.254.169.254/latest/meta-data",
            "http://127.0.0.3:" + TestServer.port() + "/q/health",
            "http://8.8.8.8/a.png",
            "http://a b/c"
        };

        BufferedImage image = read(imageUrl("\"prompt\":\"p\"," + imageUrls(unavailable)));

        assertThat(missingReferences(image, SMALL_SIDE)).isEqualTo(unavailable.length);
    }

    /** All sixteen are the same image, which is not drawn yet. */
    @Test
    void drawsSixteenReferences() throws IOException {
        String reference = imageUrl("\"prompt\":\"the reference\"");
        String[] references = Stream.generate(() -> reference).limit(16).toArray(String[]::new);

        assertThat(missingReferences(read(imageUrl(imageUrls(references))), SMALL_SIDE))
                .isZero();
    }

    /** The references are nested images of this server, none of which has been drawn yet. */
    @Test
    void drawsReferencesThatHaveReferences() throws IOException {
        String chain = imageUrl("\"prompt\":\"the first\"");
        for (int i = 0; i < 10; i++) {
            chain = imageUrl(imageUrls(chain));
        }
        String[] edits = new String[12];
        for (int i = 0; i < edits.length; i++) {
            edits[i] = imageUrl(imageUrls(imageUrl("\"prompt\":\"" + i + "\"")));
        }

        assertThat(missingReferences(read(chain), LARGE_SIDE)).isZero();
        assertThat(missingReferences(read(imageUrl(imageUrls(edits))), SMALL_SIDE))
                .isZero();
    }

    /** If the others waited for the silent server, they would be missing too. */
    @Test
    void drawsOtherReferencesIfOneServerIsSilent() throws IOException {
        String silentUrl = TestServer.url("/_darkroom/inbox/silent?wait=1m&count=1");
        String[] references = Stream.generate(() -> silentUrl).limit(16).toArray(String[]::new);
        references[15] = imageUrl("\"prompt\":\"the reference\"");

        assertThat(missingReferences(read(imageUrl(imageUrls(references))), SMALL_SIDE))
                .isEqualTo(15);
    }

    @Test
    void acceptsUrlCharactersThatBrowsersAccept() throws IOException {
        String reference = imageUrl("\"prompt\":\"the reference\"");

        assertThat(missingReferences(read(imageUrl(imageUrls(reference + "?a b|{c}"))), LARGE_SIDE))
                .isZero();
    }

    private static String imageUrls(String... urls) {
        return "\"image_urls\":" + Arrays.stream(urls).collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }

    private String imageUrl(String input) {
        String id = client.createTask(input);
        client.advance("2s");
        return client.task(id).getString("output.urls[0]");
    }

    private static BufferedImage read(String url) throws IOException {
        byte[] file = given().get(url).then().statusCode(200).extract().asByteArray();
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    private static long missingReferences(BufferedImage image, int side) {
        return Math.round(
                pixels(image).filter(pixel -> pixel == PLACEHOLDER_COLOR).count() / (side * side * 0.93));
    }

    /** Counts the pixels that have one of the few colors of a thumbnail. */
    private static long thumbnailPixels(BufferedImage image) {
        return pixels(image)
                .filter(pixel ->
                        (pixel >> 16 & 0xFF) % 17 == 0 && (pixel >> 8 & 0xFF) % 17 == 0 && (pixel & 0xFF) % 17 == 0)
                .count();
    }

    private static IntStream pixels(BufferedImage image) {
        return IntStream.of(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
    }
}
