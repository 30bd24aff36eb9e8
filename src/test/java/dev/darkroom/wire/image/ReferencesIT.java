package dev.darkroom.wire.image;

import static dev.darkroom.wire.image.ReferenceImages.LARGE_SIDE;
import static dev.darkroom.wire.image.ReferenceImages.SMALL_SIDE;
import static dev.darkroom.wire.image.ReferenceImages.imageUrl;
import static dev.darkroom.wire.image.ReferenceImages.imageUrls;
import static dev.darkroom.wire.image.ReferenceImages.missingReferences;
import static dev.darkroom.wire.image.ReferenceImages.read;
import static dev.darkroom.wire.image.ReferenceImages.thumbnailPixels;
import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.settings.ChangedVendorSettings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** References are fetched if a setting allows it and drawn as thumbnails. Unavailable references are crossed out. */
@ChangedVendorSettings
class ReferencesIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    void drawsAvailableReferences() throws IOException {
        String reference = imageUrl(client, "\"prompt\":\"the reference\"");

        BufferedImage without = read(imageUrl(client, "\"prompt\":\"p\""));
        BufferedImage with = read(imageUrl(client, "\"prompt\":\"p\"," + imageUrls(reference)));

        assertThat(missingReferences(with, LARGE_SIDE)).isZero();
        assertThat(thumbnailPixels(with) - thumbnailPixels(without)).isGreaterThan(10_000);
    }

    @Test
    void acceptsDataUris() throws IOException {
        byte[] png = given().get(imageUrl(client, "\"prompt\":\"p\"")).asByteArray();
        String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(png);

        assertThat(missingReferences(read(imageUrl(client, imageUrls(data))), LARGE_SIDE))
                .isZero();
        assertThat(missingReferences(read(imageUrl(client, imageUrls("data:image/png;base64,AAAA"))), LARGE_SIDE))
                .isOne();
        assertThat(missingReferences(read(imageUrl(client, imageUrls("data:,"))), LARGE_SIDE))
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

        BufferedImage image = read(imageUrl(client, "\"prompt\":\"p\"," + imageUrls(unavailable)));

        assertThat(missingReferences(image, SMALL_SIDE)).isEqualTo(unavailable.length);
    }

    /** All sixteen are the same image, which is not drawn yet. */
    @Test
    void drawsSixteenReferences() throws IOException {
        String reference = imageUrl(client, "\"prompt\":\"the reference\"");
        String[] references = Stream.generate(() -> reference).limit(16).toArray(String[]::new);

        assertThat(missingReferences(read(imageUrl(client, imageUrls(references))), SMALL_SIDE))
                .isZero();
    }

    /** The references are nested images of this server, none of which has been drawn yet. */
    @Test
    void drawsReferencesThatHaveReferences() throws IOException {
        String chain = imageUrl(client, "\"prompt\":\"the first\"");
        for (int i = 0; i < 10; i++) {
            chain = imageUrl(client, imageUrls(chain));
        }
        String[] edits = new String[12];
        for (int i = 0; i < edits.length; i++) {
            edits[i] = imageUrl(client, imageUrls(imageUrl(client, "\"prompt\":\"" + i + "\"")));
        }

        assertThat(missingReferences(read(chain), LARGE_SIDE)).isZero();
        assertThat(missingReferences(read(imageUrl(client, imageUrls(edits))), SMALL_SIDE))
                .isZero();
    }

    @Test
    void acceptsUrlCharactersThatBrowsersAccept() throws IOException {
        String reference = imageUrl(client, "\"prompt\":\"the reference\"");

        assertThat(missingReferences(read(imageUrl(client, imageUrls(reference + "?a b|{c}"))), LARGE_SIDE))
                .isZero();
    }
}
