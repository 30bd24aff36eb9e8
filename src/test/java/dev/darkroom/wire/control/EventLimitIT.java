package dev.darkroom.wire.control;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.darkroom.wire.server.ChangedNetworkSettings;
import dev.darkroom.wire.server.TestServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server sends a limited number of streams of events. */
@ChangedNetworkSettings
@Timeout(120)
class EventLimitIT {

    private static final int MAX_STREAMS = 32;

    private final List<EventReader> open = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (EventReader reader : open) {
            reader.close();
        }
    }

    @Test
    void refusesOneMoreUntilAnotherEnds() throws IOException, InterruptedException {
        for (int i = 0; i < MAX_STREAMS; i++) {
            assertThat(open()).as("stream %d", i).isEqualTo(200);
        }

        given().get("/_darkroom/events")
                .then()
                .statusCode(429)
                .body("error.code", equalTo("limit_reached"))
                .body("error.message", containsString("There are already 32 streams of events."));
        // A request for the headers only needs no stream.
        given().head("/_darkroom/events").then().statusCode(200);

        open.get(0).close();
        int status = 429;
        while (status == 429) {
            status = open();
        }
        assertThat(status).isEqualTo(200);
    }

    private int open() throws IOException, InterruptedException {
        EventReader reader = EventReader.open(TestServer.url("/_darkroom/events"));
        open.add(reader);
        return reader.response().statusCode();
    }
}
