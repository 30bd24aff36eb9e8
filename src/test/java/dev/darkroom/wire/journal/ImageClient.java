package dev.darkroom.wire.journal;

import dev.darkroom.wire.server.TestServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A typical client of the vendor's API. It knows nothing about Darkroom. */
abstract class ImageClient {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final TestServer server = TestServer.current();
    private final String key;
    private final Consumer<Duration> pause;

    /** @param pause lets the given time pass */
    ImageClient(String key, Consumer<Duration> pause) {
        this.key = key;
        this.pause = pause;
    }

    /** Creates an image and waits for it; gives up on errors it can't handle. */
    abstract void createImage(ImageJob job);

    /** The files of all completed images. */
    abstract List<byte[]> images();

    /**
     * One image to create.
     *
     * @param input the fields of the {@code input} object
     * @param inbox receives the callbacks of this order only
     */
    record ImageJob(String input, Inbox inbox) {}

    /** A callback receiver. */
    interface Inbox {

        String url();

        /** The callback bodies received so far. */
        List<JsonPath> received();
    }

    /** @param headers names and values */
    final HttpResponse<String> create(String body, String... headers) throws IOException {
        return send(request("/v1/images/generations")
                .headers(concat(List.of("Content-Type", "application/json"), List.of(headers)))
                .POST(BodyPublishers.ofString(body)));
    }

    final JsonPath get(String path) throws IOException {
        return JsonPath.from(send(request(path)).body());
    }

    final HttpResponse<byte[]> file(String url) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(url)), BodyHandlers.ofByteArray());
    }

    final void pause(Duration duration) {
        pause.accept(duration);
    }

    private static String[] concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toArray(String[]::new);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path)).header("Authorization", "Bearer " + key);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) throws IOException {
        try {
            return http.send(request.build(), body);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
