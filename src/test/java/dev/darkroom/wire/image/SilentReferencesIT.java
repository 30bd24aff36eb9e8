package dev.darkroom.wire.image;

import static dev.darkroom.wire.image.ReferenceImages.SMALL_SIDE;
import static dev.darkroom.wire.image.ReferenceImages.imageUrl;
import static dev.darkroom.wire.image.ReferenceImages.imageUrls;
import static dev.darkroom.wire.image.ReferenceImages.missingReferences;
import static dev.darkroom.wire.image.ReferenceImages.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.server.WholeServerTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** References whose server never responds. The fetch timeout is much shorter here than in {@link ReferencesIT}. */
@WholeServerTest
class SilentReferencesIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    /** If the others waited for the silent server, they would be missing too. */
    @Test
    void drawsOtherReferencesIfOneServerIsSilent() throws IOException {
        client.freeze();
        String silentUrl = TestServer.url("/_darkroom/inbox/silent?wait=1m&count=1");
        String[] references = Stream.generate(() -> silentUrl).limit(16).toArray(String[]::new);
        references[15] = imageUrl(client, "\"prompt\":\"the reference\"");

        assertThat(missingReferences(read(imageUrl(client, imageUrls(references))), SMALL_SIDE))
                .isEqualTo(15);
    }
}
