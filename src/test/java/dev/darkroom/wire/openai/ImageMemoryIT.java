package dev.darkroom.wire.openai;

import static dev.darkroom.wire.openai.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.openai.EventStream.Event;
import dev.darkroom.wire.server.WireTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The images in responses count towards the memory of requests in progress. */
@WireTest(settings = "darkroom.limits.in-flight=4M")
class ImageMemoryIT {

    /** A file of about 200 KB, which takes about 470 KB with its text. */
    private static final String LARGE = "\"output_format\":\"jpeg\"";

    private final OpenAiClient client = new OpenAiClient();

    @Test
    void imagesThatDoNotFitAreRefusedAndReleased() {
        client.instant();
        for (int i = 0; i < 3; i++) {
            assertRefused(client.generateWith(LARGE + ",\"n\":10"), 503, "server_is_overloaded");
            client.generateWith("\"n\":2").then().statusCode(200);
        }
    }

    @Test
    void streamHoldsOneImage() throws IOException {
        client.instant();
        for (int i = 0; i < 3; i++) {
            try (EventStream stream = client.streamWith(LARGE + ",\"n\":10,\"partial_images\":3")) {
                List<Event> events = stream.rest();

                assertThat(events).hasSize(13).noneMatch(event -> event.type().equals("error"));
            }
        }
    }

    /** The trigger keeps complete responses in memory until the clients disconnect. */
    @Test
    void delayedResponsesOfOneKeyDoNotStopAnother() throws IOException {
        client.instant();
        List<Socket> delayed = new ArrayList<>();
        try {
            for (int i = 0; i < 12; i++) {
                delayed.add(send("{\"model\":\"gpt-image-2\",\"prompt\":\"[[latency: 10m]]\",\"n\":2," + LARGE + "}"));
            }
            client.awaitTasks(12);
            OpenAiClient other = new OpenAiClient().instant();

            other.generateWith(LARGE).then().statusCode(200);
            assertRefused(client.generateWith("\"n\":2," + LARGE), 503, "server_is_overloaded");
        } finally {
            for (Socket socket : delayed) {
                socket.close();
            }
        }
    }

    private Socket send(String body) throws IOException {
        Socket socket = client.server.connect();
        String head = "POST " + OpenAiClient.GENERATIONS + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + client.key + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n";
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
        return socket;
    }
}
