package dev.darkroom.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.Json.MalformedJsonException;
import dev.darkroom.memory.SharedMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The limits on the number and memory of stored requests. */
class InboxesTest {

    private static final int MEBIBYTE = 1 << 20;

    private final SharedMemory memory = new SharedMemory(64 * MEBIBYTE);
    private final Inboxes inboxes = inboxes(3);

    @Test
    void dropsTheOldestRequestFirst() {
        for (int i = 0; i < 5; i++) {
            receive("a", i, 1);
        }
        assertThat(inboxes.getOrCreate("a").requestsAfter(0, 1000))
                .extracting(InboxesTest::number)
                .containsExactly(2, 3, 4);
        assertThat(inboxes.getOrCreate("a").dropped()).isEqualTo(2);
    }

    @Test
    void evictsTheOldestInboxFirst() {
        for (String name : new String[] {"a", "b", "c", "d"}) {
            receive(name, 1, 1);
        }
        assertThat(inboxes.getOrCreate("b").requestsAfter(0, 1000)).hasSize(1);
        assertThat(inboxes.getOrCreate("a").requestsAfter(0, 1000)).isEmpty();
    }

    @Test
    void evictsAnUnusedInboxBeforeTheOldest() {
        receive("a", 1, 1);
        inboxes.getOrCreate("b").respondWith(new InboxResponses(List.of(503), Duration.ZERO));
        inboxes.getOrCreate("c");
        receive("d", 1, 1);

        assertThat(inboxes.getOrCreate("a").requestsAfter(0, 1000)).hasSize(1);
        assertThat(inboxes.getOrCreate("b").responses().statuses()).containsExactly(503);
    }

    @Test
    void peekingDoesNotCreateAnInbox() {
        for (String name : new String[] {"a", "b", "c"}) {
            receive(name, 1, 1);
        }
        assertThat(inboxes.peek("d").requestsAfter(0, 1000)).isEmpty();
        assertThat(inboxes.peek("a").requestsAfter(0, 1000)).hasSize(1);
    }

    /** The names of a flood are created after the inbox of a quiet client, or around it. */
    @Test
    void floodOfNamesEvictsItsOwnInboxes() {
        Inboxes many = inboxes(100);
        many.getOrCreate("before").add(request(1, 1));
        flood(many, "first", 500);
        many.getOrCreate("amid").add(request(2, 1));
        flood(many, "second", 20);

        assertThat(many.peek("before").requestsAfter(0, 1000)).hasSize(1);
        assertThat(many.peek("amid").requestsAfter(0, 1000)).hasSize(1);
    }

    @Test
    void floodOfNamesDoesNotEvictInboxThatAClientWaitsFor() {
        Inboxes many = inboxes(100);
        flood(many, "first", 500);
        Inbox scripted = many.getOrCreate("scripted");
        scripted.respondWith(new InboxResponses(List.of(503), Duration.ZERO));
        Inbox awaited = many.getOrCreate("awaited");
        awaited.addListener(2, () -> {});
        flood(many, "second", 5000);

        assertThat(many.peek("scripted")).isSameAs(scripted);
        assertThat(many.peek("awaited")).isSameAs(awaited);
    }

    @Test
    void largestInboxDropsRequestsAtTheMemoryLimit() {
        receive("quiet", 1, 10 * MEBIBYTE);
        for (int i = 2; i < 10; i++) {
            receive("flooded", i, 20 * MEBIBYTE);
        }

        assertThat(inboxes.peek("quiet").requestsAfter(0, 1000)).hasSize(1);
        assertThat(inboxes.peek("flooded").requestsAfter(0, 1000))
                .extracting(InboxesTest::number)
                .containsExactly(8, 9);
        assertThat(inboxes.peek("flooded").dropped()).isEqualTo(6);
        assertThat(memory.used()).isLessThanOrEqualTo(memory.limit());
    }

    @Test
    void clearedInboxUsesNoMemory() {
        receive("a", 1, MEBIBYTE);
        inboxes.getOrCreate("a").clear();

        assertThat(memory.used()).isZero();
    }

    private Inboxes inboxes(int capacity) {
        return new Inboxes(
                new ControlConfig() {
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
                        return capacity;
                    }
                },
                memory);
    }

    private static void flood(Inboxes inboxes, String name, int count) {
        for (int i = 0; i < count; i++) {
            inboxes.getOrCreate(name + i).add(request(i, 1));
        }
    }

    /** @param bytes the approximate memory of the request; each character of the body takes two bytes */
    private void receive(String name, int number, int bytes) {
        inboxes.getOrCreate(name).add(request(number, bytes));
    }

    private static ReceivedRequest request(int number, int bytes) {
        String body = "{\"number\":" + number + ",\"padding\":\"" + "x".repeat(bytes / 2) + "\"}";
        return new ReceivedRequest(Instant.EPOCH, Map.of(), body, true);
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
