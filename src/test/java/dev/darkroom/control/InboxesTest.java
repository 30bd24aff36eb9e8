package dev.darkroom.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.Json.MalformedJsonException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The limits on the number and memory of stored requests. */
class InboxesTest {

    private static final int MEBIBYTE = 1 << 20;

    private final Inboxes inboxes = new Inboxes(new ControlConfig() {
        @Override
        public Optional<String> token() {
            return Optional.empty();
        }

        @Override
        public Optional<List<String>> hosts() {
            return Optional.empty();
        }

        @Override
        public int inbox() {
            return 3;
        }
    });

    @Test
    void dropsTheOldestRequestFirst() {
        for (int i = 0; i < 5; i++) {
            receive("a", i, 1);
        }
        assertThat(inboxes.getOrCreate("a").requests())
                .extracting(InboxesTest::number)
                .containsExactly(2, 3, 4);
        assertThat(inboxes.getOrCreate("a").dropped()).isEqualTo(2);
    }

    @Test
    void evictsTheOldestInboxFirst() {
        for (String name : new String[] {"a", "b", "c", "d"}) {
            receive(name, 1, 1);
        }
        assertThat(inboxes.getOrCreate("b").requests()).hasSize(1);
        assertThat(inboxes.getOrCreate("a").requests()).isEmpty();
    }

    @Test
    void evictsAnUnusedInboxBeforeTheOldest() {
        receive("a", 1, 1);
        inboxes.getOrCreate("b").respondWith(new InboxResponses(List.of(503), Duration.ZERO));
        inboxes.getOrCreate("c");
        receive("d", 1, 1);

        assertThat(inboxes.getOrCreate("a").requests()).hasSize(1);
        assertThat(inboxes.getOrCreate("b").responses().statuses()).containsExactly(503);
    }

    @Test
    void peekingDoesNotCreateAnInbox() {
        for (String name : new String[] {"a", "b", "c"}) {
            receive(name, 1, 1);
        }
        assertThat(inboxes.peek("d").requests()).isEmpty();
        assertThat(inboxes.peek("a").requests()).hasSize(1);
    }

    @Test
    void dropsRequestsOfTheReceivingInboxAtTheMemoryLimit() {
        receive("a", 1, 30 * MEBIBYTE);
        receive("b", 2, 20 * MEBIBYTE);
        receive("b", 3, 20 * MEBIBYTE);

        assertThat(inboxes.getOrCreate("a").requests()).hasSize(1);
        assertThat(inboxes.getOrCreate("b").requests()).hasSize(1);
        assertThat(inboxes.getOrCreate("b").dropped()).isOne();
    }

    @Test
    void evictsOtherInboxesWhenDroppingRequestsIsNotEnough() {
        receive("a", 1, 40 * MEBIBYTE);
        receive("b", 2, 40 * MEBIBYTE);
        assertThat(inboxes.getOrCreate("b").requests()).hasSize(1);
        assertThat(inboxes.getOrCreate("a").requests()).isEmpty();

        inboxes.getOrCreate("b").clear();
        receive("a", 3, 40 * MEBIBYTE);
        assertThat(inboxes.getOrCreate("a").requests()).hasSize(1);
    }

    /** @param bytes the approximate memory of the request; each character of the body takes two bytes */
    private void receive(String name, int number, int bytes) {
        String body = "{\"number\":" + number + ",\"padding\":\"" + "x".repeat(bytes / 2) + "\"}";
        inboxes.getOrCreate(name).add(new ReceivedRequest(Instant.EPOCH, Map.of(), body, true));
        inboxes.enforceMemoryLimit(name);
    }

    private static int number(ObjectNode request) {
        try {
            return Json.readObject(Json.write(request))
                    .get("body")
                    .get("number")
                    .intValue();
        } catch (MalformedJsonException e) {
            throw new AssertionError(e);
        }
    }
}
