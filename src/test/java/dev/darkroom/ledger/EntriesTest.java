package dev.darkroom.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.ledger.Entry.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EntriesTest {

    private static final UUID TASK = UUID.fromString("fedcba98-7654-4321-8fed-cba987654321");

    @Test
    void returnsEntriesAsWritten() {
        Entries entries = new Entries(10);
        List<Entry> written = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (String at : List.of("1969-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59Z")) {
                Optional<UUID> task = kind == Kind.GRANT ? Optional.empty() : Optional.of(TASK);
                Entry entry = new Entry(
                        written.size() + 1,
                        Instant.parse(at),
                        kind,
                        task,
                        new Credits(-Long.MAX_VALUE),
                        new Credits(Long.MAX_VALUE));
                entries.add(kind, task.orElse(null), entry.amount(), entry.balance(), entry.at());
                written.add(entry);
            }
        }

        assertThat(entries.newest(100)).isEqualTo(written);
    }

    @Test
    void dropsOldestEntriesFirst() {
        Entries entries = new Entries(50);
        for (int i = 1; i <= 130; i++) {
            entries.add(Kind.GRANT, null, Credits.ZERO, Credits.ZERO, Instant.EPOCH);
            assertThat(entries.newest(3)).last().extracting(Entry::number).isEqualTo((long) i);
            assertThat(entries.newest(100)).hasSize(Math.min(i, 50));
        }
        assertThat(entries.newest(100)).extracting(Entry::number).startsWith(81L);
        assertThat(entries.newest(2)).extracting(Entry::number).containsExactly(129L, 130L);
    }

    @Test
    void findsTheEntriesOfATask() {
        UUID other = new UUID(TASK.getMostSignificantBits(), 1);
        Entries entries = new Entries(50);
        for (int i = 1; i <= 60; i++) {
            UUID task = i % 20 == 0 ? TASK : other;
            entries.add(Kind.HOLD, task, Credits.ZERO, Credits.ZERO, Instant.EPOCH);
        }
        entries.add(Kind.GRANT, null, Credits.ZERO, Credits.ZERO, Instant.EPOCH);

        assertThat(entries.first()).isEqualTo(12);
        assertThat(entries.ofTask(TASK, 0, 61)).extracting(Entry::number).containsExactly(20L, 40L, 60L);
        assertThat(entries.ofTask(TASK, 20, 20)).extracting(Entry::number).containsExactly(40L);
        assertThat(entries.ofTask(TASK, 40, 19)).isEmpty();
        assertThat(entries.ofTask(new UUID(0, 0), 0, 100)).isEmpty();
    }

    @Test
    void isEmptyAtFirst() {
        assertThat(new Entries(5).newest(5)).isEmpty();
    }
}
