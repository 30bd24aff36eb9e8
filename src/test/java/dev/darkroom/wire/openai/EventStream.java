package dev.darkroom.wire.openai;

import dev.darkroom.Background;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Reads a response event by event, while the server still writes it. */
final class EventStream implements AutoCloseable {

    private static final long TIMEOUT_SECONDS = 30;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    private EventStream(HttpResponse<InputStream> response) {
        this.response = response;
        this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** One event, whose name is the type in its data. */
    record Event(String type, JsonPath data) {

        String text(String path) {
            return data.getString(path);
        }

        int number(String path) {
            return data.getInt(path);
        }
    }

    static EventStream post(String url, String key, String body) throws IOException {
        return open(HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    static EventStream get(String url, String key) throws IOException {
        return open(HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + key));
    }

    private static EventStream open(HttpRequest.Builder request) throws IOException {
        return new EventStream(HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                .orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .join());
    }

    int status() {
        return response.statusCode();
    }

    Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** The next event; fails if the stream ends. */
    Event next() {
        return poll().orElseThrow(() -> new AssertionError("the stream has ended"));
    }

    /** All further events. */
    List<Event> rest() {
        List<Event> events = new ArrayList<>();
        for (Optional<Event> event = poll(); event.isPresent(); event = poll()) {
            events.add(event.get());
        }
        return events;
    }

    List<String> restOfTypes() {
        return rest().stream().map(Event::type).toList();
    }

    private Optional<Event> poll() {
        return Background.supply(this::read)
                .orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private Optional<Event> read() {
        try {
            String name = lines.readLine();
            while (name != null && name.isEmpty()) {
                name = lines.readLine();
            }
            if (name == null) {
                return Optional.empty();
            }
            String data = lines.readLine();
            if (!name.startsWith("event: ") || data == null || !data.startsWith("data: ")) {
                throw new AssertionError(name + "\n" + data);
            }
            JsonPath json = JsonPath.from(data.substring("data: ".length()));
            String type = name.substring("event: ".length());
            if (!type.equals(json.getString("type"))) {
                throw new AssertionError("the event " + type + " has the type " + json.getString("type"));
            }
            return Optional.of(new Event(type, json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
