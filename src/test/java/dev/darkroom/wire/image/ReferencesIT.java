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

/** References are fetched, where a setting allows it, and drawn small; what cannot be had is crossed out. */
@ChangedVendorSettings
class ReferencesIT {

    /** The paper behind a reference that is missing, and how much of it is seen of each. */
    private static final int MISSING = 0xFFE4E2DC;

    private static final int SIDE = 102;

    /** The same of no more than four. */
    private static final int SIDE_OF_FEW = 225;

    private final AiVideoApiClient client = new AiVideoApiClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    void whatCanBeHadIsDrawn() throws IOException {
        String reference = picture("\"prompt\":\"the reference\"");

        BufferedImage without = read(picture("\"prompt\":\"p\""));
        BufferedImage with = read(picture("\"prompt\":\"p\"," + images(reference)));

        assertThat(missing(with, SIDE_OF_FEW)).isZero();
        assertThat(ofReferences(with) - ofReferences(without)).isGreaterThan(10_000);
    }

    @Test
    void dataUrisAreReferencesToo() throws IOException {
        byte[] png = given().get(picture("\"prompt\":\"p\"")).asByteArray();
        String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(png);

        assertThat(missing(read(picture(images(data))), SIDE_OF_FEW)).isZero();
        assertThat(missing(read(picture(images("data:image/png;base64,AAAA"))), SIDE_OF_FEW))
                .isOne();
        assertThat(missing(read(picture(images("data:,"))), SIDE_OF_FEW)).isOne();
    }

    /** A name nobody has, a server that is silent, one that says no, no picture, and addresses that are forbidden. */
    @Test
    void whatCannotBeHadIsCrossedOut() throws IOException {
        String server = TestServer.current().url();
        String[] bad = {
            "http://no-such-host.invalid/a.png",
            "http://localhost:1/a.png",
            server + "/_darkroom/inbox/silent?wait=1m&count=1",
            server + "/no/such/picture.png",
            server + "/q/health/ready",
            "http://169.254.169.254/latest/meta-data",
            "http://127.0.0.3:" + TestServer.port() + "/q/health",
            "http://8.8.8.8/a.png",
            "http://a b/c"
        };

        BufferedImage image = read(picture("\"prompt\":\"p\"," + images(bad)));

        assertThat(missing(image, SIDE)).isEqualTo(bad.length);
    }

    /** Sixteen times one that is still being drawn itself. */
    @Test
    void sixteenReferencesAreDrawn() throws IOException {
        String reference = picture("\"prompt\":\"the reference\"");
        String[] all = Stream.generate(() -> reference).limit(16).toArray(String[]::new);

        assertThat(missing(read(picture(images(all))), SIDE)).isZero();
    }

    /** Pictures of pictures of pictures, none of which has been drawn yet. */
    @Test
    void referencesMayBePicturesOfThisServerThatHaveReferencesThemselves() throws IOException {
        String chain = picture("\"prompt\":\"the first\"");
        for (int i = 0; i < 10; i++) {
            chain = picture(images(chain));
        }
        String[] edits = new String[12];
        for (int i = 0; i < edits.length; i++) {
            edits[i] = picture(images(picture("\"prompt\":\"" + i + "\"")));
        }

        assertThat(missing(read(chain), SIDE_OF_FEW)).isZero();
        assertThat(missing(read(picture(images(edits))), SIDE)).isZero();
    }

    /** Or all that wait for one that is silent would be missing too. */
    @Test
    void whoIsSilentHoldsUpNobodyElse() throws IOException {
        String silent = TestServer.url("/_darkroom/inbox/silent?wait=1m&count=1");
        String[] all = Stream.generate(() -> silent).limit(16).toArray(String[]::new);
        all[15] = picture("\"prompt\":\"the reference\"");

        assertThat(missing(read(picture(images(all))), SIDE)).isEqualTo(15);
    }

    @Test
    void anAddressMayHaveWhatABrowserWouldTake() throws IOException {
        String reference = picture("\"prompt\":\"the reference\"");

        assertThat(missing(read(picture(images(reference + "?a b|{c}"))), SIDE_OF_FEW))
                .isZero();
    }

    private static String images(String... urls) {
        return "\"image_urls\":" + Arrays.stream(urls).collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }

    private String picture(String input) {
        String id = client.createTask(input);
        client.advance("2s");
        return client.task(id).getString("output.urls[0]");
    }

    private static BufferedImage read(String url) throws IOException {
        byte[] file = given().get(url).then().statusCode(200).extract().asByteArray();
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    private static long missing(BufferedImage image, int side) {
        return Math.round(pixels(image).filter(pixel -> pixel == MISSING).count() / (side * side * 0.93));
    }

    /** How many pixels have one of the few colours that thumbnails have. */
    private static long ofReferences(BufferedImage image) {
        return pixels(image)
                .filter(pixel ->
                        (pixel >> 16 & 0xFF) % 17 == 0 && (pixel >> 8 & 0xFF) % 17 == 0 && (pixel & 0xFF) % 17 == 0)
                .count();
    }

    private static IntStream pixels(BufferedImage image) {
        return IntStream.of(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
    }
}
