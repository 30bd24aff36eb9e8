package dev.darkroom.clienttests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/**
 * The settings of a client, and the control API of its sandbox. The clock is frozen, and tasks end at once.
 *
 * @param dialect the vendor's name in rules
 * @param key the API key
 */
public record Sandbox(String dialect, String key) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** The system property with the URL of the server. */
    private static final String URL = "darkroom.url";

    public static Sandbox openAi() {
        return new Sandbox("openai", "sk-proj-" + UUID.randomUUID()).prepare();
    }

    public static Sandbox azure() {
        return new Sandbox("azure", UUID.randomUUID().toString().replace("-", "")).prepare();
    }

    /** The address of a path on the server. */
    public static String url(String path) {
        return System.getProperty(URL) + path;
    }

    private Sandbox prepare() {
        send("POST", "/clock", "{\"freeze\":true}");
        change("{\"progression\":\"instant\"}");
        return this;
    }

    /** Changes the settings of the sandbox. */
    public void change(String settings) {
        send("PUT", "/sandbox", settings);
    }

    public void advance(String duration) {
        send("POST", "/clock", "{\"advance\":\"" + duration + "\"}");
    }

    /** Lets the next requests that create something fail. A client that repeats them need not wait long. */
    public void failNext(int times, String code) {
        send("POST", "/faults", """
                {"rules":[{"when":{"operation":"create","dialect":"%s","times":%d},
                "then":{"error":{"code":"%s","headers":{"retry-after-ms":"10"}}}}]}
                """.formatted(dialect, times, code));
    }

    /** The requests of the client and their responses, as JSON. */
    public String journal() {
        return send("GET", "/journal", "");
    }

    private String send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url("/_darkroom" + path)))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            var response = CLIENT.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(method + " " + path + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
