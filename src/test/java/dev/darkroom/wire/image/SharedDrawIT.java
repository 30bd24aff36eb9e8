package dev.darkroom.wire.image;

import static dev.darkroom.wire.server.TestServer.given;
import static java.net.http.HttpClient.Version.HTTP_1_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WholeServerTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * An image that many clients request at the same time is drawn once. The requests use HTTP/1.1: when the client of Java
 * 17 or 25 upgrades a connection to HTTP/2, it sometimes loses bytes of the response, whatever the server is.
 */
@WholeServerTest
class SharedDrawIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @Test
    void drawsImageOnceForTwoHundredClients() {
        client.freeze();
        String url = imageUrl("\"prompt\":\"p\",\"aspect_ratio\":\"16:9\",\"resolution\":\"4k\"");
        double before = imagesDrawn();
        HttpClient http = HttpClient.newBuilder().version(HTTP_1_1).build();
        List<CompletableFuture<HttpResponse<byte[]>>> responses = IntStream.range(0, 200)
                .mapToObj(i ->
                        http.sendAsync(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray()))
                .toList();

        byte[] first = responses.get(0).join().body();

        assertThat(responses).allSatisfy(response -> {
            assertThat(response.join().statusCode()).isEqualTo(200);
            assertThat(response.join().body()).isEqualTo(first);
        });
        assertThat(imagesDrawn()).isEqualTo(before + 1);
    }

    private static double imagesDrawn() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("darkroom_pictures_drawn "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private String imageUrl(String input) {
        String id = client.createTask(input);
        client.advance("2s");
        return client.task(id).getString("output.urls[0]");
    }
}
