package dev.darkroom.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.memory.SharedMemory;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class JournalTest {

    private static final long LIMIT = 100_000;
    private static final int CAPACITY = 1000;

    private final SharedMemory memory = new SharedMemory(LIMIT);
    private final AtomicLong numbers = new AtomicLong();

    @Test
    void floodOfOneClientDropsItsOwnOldestExchanges() {
        Journal quiet = new Journal(CAPACITY, memory, numbers::incrementAndGet);
        Journal flooded = new Journal(CAPACITY, memory, numbers::incrementAndGet);
        append(quiet, 5);
        append(flooded, 500);
        append(quiet, 5);
        append(flooded, 500);

        assertThat(quiet.exchanges()).hasSize(10);
        assertThat(quiet.dropped()).isZero();
        assertThat(flooded.dropped()).isPositive();
        assertThat(flooded.dropped() + flooded.exchanges().size()).isEqualTo(1000);
        assertThat(flooded.exchanges().get(flooded.exchanges().size() - 1).number())
                .isEqualTo(numbers.get());
    }

    @Test
    void exchangesOfAnotherClientMakeRoomForAFirstOne() {
        Journal full = new Journal(CAPACITY, memory, numbers::incrementAndGet);
        append(full, CAPACITY);
        Journal late = new Journal(CAPACITY, memory, numbers::incrementAndGet);
        append(late, 1);

        assertThat(late.exchanges()).hasSize(1);
        assertThat(memory.used()).isLessThan(LIMIT + late.exchanges().get(0).bytes());
    }

    @Test
    void closedJournalUsesNoMemory() {
        Journal journal = new Journal(CAPACITY, memory, numbers::incrementAndGet);
        append(journal, 10);
        journal.close();
        append(journal, 10);

        assertThat(memory.used()).isZero();
        assertThat(journal.exchanges()).isEmpty();
    }

    private static void append(Journal journal, int count) {
        for (int i = 0; i < count; i++) {
            journal.append(number -> TestExchange.create(number).exchange());
        }
    }
}
