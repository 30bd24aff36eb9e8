package dev.darkroom.wire.journal;

import dev.darkroom.wire.target.TestServer;
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

/** A program that has pictures made, as somebody might write one. It knows nothing of Darkroom. */
abstract class ImageClient {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final TestServer server = TestServer.current();
    private final String key;
    private final Consumer<Duration> pause;

    /** @param pause lets so much time pass */
    ImageClient(String key, Consumer<Duration> pause) {
        this.key = key;
        this.pause = pause;
    }

    /** Has a picture made, if it can be. */
    abstract void order(Order order);

    /** The files of those that were. */
    abstract List<byte[]> pictures();

    /**
     * What somebody wants to see.
     *
     * @param input the inside of the {@code input} object
     * @param inbox of this order alone
     */
    record Order(String input, Inbox inbox) {}

    /** Where callbacks come in. */
    interface Inbox {

        String url();

        /** What has come in until now. */
        List<JsonPath> received();
    }

    final HttpResponse<String> create(String body) throws IOException {
        return send(request("/v1/images/generations")
                .header("Content-Type", "application/json")
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
