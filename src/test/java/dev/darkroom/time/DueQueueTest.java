package dev.darkroom.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.time.DueQueue.Due;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DueQueueTest {

    private final DueQueue queue = new DueQueue();
    private final List<String> done = new ArrayList<>();

    @Test
    void ordersByTimeAndThenByInsertion() {
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
    void passesTheDueInstantToALateAction() {
        queue.add(at(7), t -> done.add(t.toString()));
        queue.remove().run();
        assertThat(done).containsExactly(at(7).toString());
    }

    @Test
    void actionIsDueAtItsExactInstant() {
        assertThat(queue.isDue(Instant.MAX)).isFalse();
        queue.add(at(7), t -> {});
        assertThat(queue.isDue(at(7).minusNanos(1))).isFalse();
        assertThat(queue.isDue(at(7))).isTrue();
    }

    @Test
    void isEmptyAfterClear() {
        queue.add(at(1), t -> {});
        queue.clear();
        assertThat(queue.next()).isEmpty();
        assertThatThrownBy(queue::remove).isInstanceOf(NoSuchElementException.class);
    }

    /** @param delays the number of possible delays of an action; if there is only one, actions are added in order */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 50, 1000})
    void agreesWithPlainHeap(int delays) {
        Random random = new Random(delays);
        PriorityQueue<Due> plain =
                new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::number));
        for (int step = 0; step < 20_000; step++) {
            if (random.nextInt(100) < 20 && !plain.isEmpty()) {
                Due canceled = plain.stream()
                        .skip(random.nextInt(plain.size()))
                        .findFirst()
                        .orElseThrow();
                plain.remove(canceled);
                queue.cancel(canceled);
                queue.cancel(canceled);
            } else if (random.nextInt(100) < 60) {
                plain.add(queue.add(at(step + 10 * random.nextInt(delays)), t -> {}));
            } else if (!plain.isEmpty()) {
                assertThat(queue.remove()).isSameAs(plain.remove());
            }
            assertThat(queue.next()).isEqualTo(Optional.ofNullable(plain.peek()).map(Due::at));
            assertThat(queue.size()).isEqualTo(plain.size());
        }
        while (!plain.isEmpty()) {
            assertThat(queue.remove()).isSameAs(plain.remove());
        }
        assertThat(queue.next()).isEmpty();
    }

    @Test
    void neitherRunsNorKeepsCanceledActions() {
        Due first = queue.add(at(1), t -> done.add("first"));
        queue.add(at(2), t -> done.add("second"));
        queue.cancel(first);

        assertThat(queue.next()).contains(at(2));
        first.run();
        queue.remove().run();
        assertThat(done).containsExactly("second");

        queue.add(at(5), t -> {});
        for (int i = 0; i < 10_000; i++) {
            queue.cancel(queue.add(at(10 + i % 7), t -> {}));
        }
        assertThat(queue.size()).isOne();
        assertThat(queue.storedSize()).isLessThan(200);
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }
}
