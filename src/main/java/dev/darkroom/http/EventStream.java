package dev.darkroom.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.http.json.Json;
import io.smallrye.mutiny.Multi;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Server-sent events (HTML Living Standard, section 9.2). */
public final class EventStream {

    /** The empty line that ends an event. */
    public static final String END_OF_EVENT = "\n\n";

    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "text/event-stream", "Cache-Control", "no-cache");

    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

    private EventStream() {}

    /**
     * One event.
     *
     * @param name empty for the default, {@code message}
     * @param retry how long the client waits before it reconnects, sent in milliseconds
     * @param data may have several lines
     */
    public record Event(Optional<String> name, Optional<String> id, Optional<Duration> retry, String data) {

        public static Event of(String name, JsonNode data) {
            return new Event(Optional.of(name), Optional.empty(), Optional.empty(), text(data));
        }

        public static Event of(JsonNode data) {
            return ofText(text(data));
        }

        /** An event whose data is not JSON, such as the {@code [DONE]} that ends some streams. */
        public static Event ofText(String data) {
            return new Event(Optional.empty(), Optional.empty(), Optional.empty(), data);
        }

        public Event withId(String newId) {
            return new Event(name, Optional.of(newId), retry, data);
        }

        public Event withRetry(Duration newRetry) {
            return new Event(name, id, Optional.of(newRetry), data);
        }

        /** The event as sent, in UTF-8. */
        public byte[] bytes() {
            String head = field("event", name)
                    + field("id", id)
                    + field("retry", retry.map(wait -> Long.toString(wait.toMillis())));
            return (head + lines("data: ", data) + END_OF_EVENT).getBytes(StandardCharsets.UTF_8);
        }

        private static String text(JsonNode data) {
            return new String(Json.write(data), StandardCharsets.UTF_8);
        }
    }

    /** A comment, which clients ignore. It keeps idle connections open. */
    public static byte[] comment(String text) {
        return (lines(": ", text) + END_OF_EVENT).getBytes(StandardCharsets.UTF_8);
    }

    /** A response that sends each event as one chunk. */
    public static StreamResponse response(Flow.Publisher<Event> events, int expectedEvents) {
        return new StreamResponse(HEADERS, Multi.createFrom().publisher(events).map(Event::bytes), expectedEvents);
    }

    private static String field(String name, Optional<String> value) {
        return value.map(text -> name + ": " + withoutLineBreaks(text) + "\n").orElse("");
    }

    /** The value of a field ends with its line, and a client ignores an id that contains U+0000. */
    private static String withoutLineBreaks(String text) {
        return text.replaceAll("[\\r\\n\\u0000]", " ");
    }

    private static String lines(String prefix, String text) {
        return Arrays.stream(LINE_BREAK.split(text, -1))
                .map(line -> prefix + line)
                .collect(Collectors.joining("\n"));
    }
}
