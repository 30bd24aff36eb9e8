package dev.darkroom.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.http.EventStream.Event;
import dev.darkroom.http.json.Json;
import io.smallrye.mutiny.Multi;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    @Test
    void writesNamedEventWithJson() {
        assertThat(text(Event.of("image.partial", Json.object().put("index", 0)).bytes()))
                .isEqualTo("event: image.partial\ndata: {\"index\":0}\n\n");
    }

    @Test
    void writesEveryField() {
        Event event = Event.of(Json.object()).withId("7").withRetry(Duration.ofSeconds(2));
        assertThat(text(event.bytes())).isEqualTo("id: 7\nretry: 2000\ndata: {}\n\n");
    }

    @Test
    void writesOneDataFieldPerLine() {
        assertThat(text(Event.ofText("é\r\nb\rc\n\nd\n").bytes()))
                .isEqualTo("data: é\ndata: b\ndata: c\ndata: \ndata: d\ndata: \n\n");
    }

    @Test
    void writesEmptyData() {
        assertThat(text(Event.ofText("").bytes())).isEqualTo("data: \n\n");
    }

    @Test
    void keepsLineBreaksOutOfOtherFields() {
        assertThat(text(Event.ofText("x").withId("a\nb\r\u0000c").bytes())).isEqualTo("id: a b  c\ndata: x\n\n");
    }

    @Test
    void writesComment() {
        assertThat(text(EventStream.comment("keep\nalive"))).isEqualTo(": keep\n: alive\n\n");
    }

    @Test
    void respondsWithOneChunkPerEvent() {
        StreamResponse response =
                EventStream.response(Multi.createFrom().items(Event.ofText("a"), Event.ofText("b")), 2);
        assertThat(response.headers()).containsEntry("Content-Type", "text/event-stream");
        assertThat(Multi.createFrom()
                        .publisher(response.chunks())
                        .collect()
                        .asList()
                        .await()
                        .indefinitely())
                .extracting(EventStreamTest::text)
                .containsExactly("data: a\n\n", "data: b\n\n");
    }

    @Test
    void rejectsStreamThatExpectsNoChunks() {
        assertThatThrownBy(() -> EventStream.response(Multi.createFrom().empty(), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
