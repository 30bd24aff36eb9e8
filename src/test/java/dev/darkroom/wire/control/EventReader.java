package dev.darkroom.wire.control;

import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads a stream of events. */
final class EventReader implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    private EventReader(HttpResponse<InputStream> response) throws IOException {
        this.response = response;
        this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        lines.readLine();
    }

    /** @param header a name and a value; empty for none */
    static EventReader open(String url, String... header) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).header("Last-Event-ID", "1");
        if (header.length > 0) {
            request.headers(header);
        }
        return new EventReader(HTTP.send(request.build(), BodyHandlers.ofInputStream()));
    }

    HttpResponse<InputStream> response() {
        return response;
    }

    /** The data of the next events, up to the first one of this type. */
    List<JsonPath> until(String type) throws IOException {
        List<JsonPath> events = new ArrayList<>();
        do {
            events.add(next());
        } while (!events.get(events.size() - 1).getString("type").equals(type));
        return events;
    }

    private JsonPath next() throws IOException {
        String name = field("event");
        String id = field("id");
        JsonPath data = JsonPath.from(field("data"));
        if (!data.getString("type").equals(name) || !data.getString("id").equals(id)) {
            throw new AssertionError(name + " " + id + " " + data.prettify());
        }
        return data;
    }

    /** The value of the next field with this name. */
    private String field(String name) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith(name + ": ")) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new AssertionError("the stream has ended");
        }
        return line.substring(name.length() + 2);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
