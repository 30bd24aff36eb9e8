package dev.darkroom.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DueQueueTest {

    private final DueQueue queue = new DueQueue();
    private final List<String> done = new ArrayList<>();

    @Test
    void goesByTimeAndThenByTheOrderOfAdding() {
        queue.add(at(2), t -> done.add("second"));
        queue.add(at(1), t -> done.add("first"));
        queue.add(at(2), t -> done.add("third"));

        assertThat(queue.next()).contains(at(1));
        while (queue.next().isPresent()) {
            queue.remove().run();
        }
        assertThat(done).containsExactly("first", "second", "third");
    }

    @Test
    void tellsTheActionWhenItWasDueHoweverLateItIs() {
        queue.add(at(7), t -> done.add(t.toString()));
        queue.remove().run();
        assertThat(done).containsExactly(at(7).toString());
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }
}
