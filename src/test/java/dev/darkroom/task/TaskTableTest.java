package dev.darkroom.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.image.ImageFormat;
import dev.darkroom.image.ImageSpec;
import dev.darkroom.image.Output;
import dev.darkroom.image.PixelSize;
import dev.darkroom.image.References;
import dev.darkroom.ledger.Credits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TaskTableTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final TaskSpec SPEC = new TaskSpec(
            "dialect",
            "model",
            "mode",
            "A lighthouse",
            References.NONE,
            new ImageSpec(new PixelSize(1, 1), "1k", Output.of(ImageFormat.PNG)),
            1,
            Credits.ZERO,
            Optional.empty(),
            "");

    private final TaskTable table = new TaskTable();

    @Test
    void trimmedTableIsSmallAndKeepsItsTasks() {
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            tasks.add(task(id(i)));
            table.add(tasks.get(i));
        }
        assertThat(table.trim()).isFalse();
        tasks.subList(0, 980).forEach(table::remove);

        assertThat(table.trim()).isTrue();
        assertThat(table.capacity()).isLessThan(100);
        assertThat(table.after(Optional.empty())).containsExactlyElementsOf(tasks.subList(980, 1000));
        assertThat(tasks.subList(980, 1000))
                .allMatch(task -> table.get(task.id()).equals(Optional.of(task)));
    }

    /** Compares the table with the JDK's map. There are so few ids that they often repeat. */
    @Property
    void agreesWithLinkedHashMap(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int limit) {
        TaskTable table = new TaskTable();
        Map<UUID, Task> expected = new LinkedHashMap<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 1000; i++) {
            UUID id = id(random.nextInt(300));
            Task present = expected.get(id);
            assertThat(table.get(id)).isEqualTo(Optional.ofNullable(present));
            if (present != null) {
                table.remove(present);
                expected.remove(id);
            } else if (expected.size() < limit) {
                Task task = task(id);
                table.add(task);
                expected.put(id, task);
            }
            assertThat(table.size()).isEqualTo(expected.size());
        }
        assertThat(table.after(Optional.empty())).containsExactlyElementsOf(expected.values());
    }

    @Test
    void listsTasksAfterGivenTask() {
        for (int i = 0; i < 100; i++) {
            table.add(task(id(i)));
        }
        for (int i = 1; i < 90; i++) {
            table.remove(table.get(id(i)).orElseThrow());
        }

        assertThat(table.after(Optional.of(id(0))).map(Task::id)).startsWith(id(90));
        assertThat(table.after(Optional.of(id(97))).map(Task::id)).isEqualTo(List.of(id(98), id(99)));
        assertThat(table.after(Optional.of(id(99)))).isEmpty();
        assertThat(table.after(Optional.of(id(5)))).isEmpty();
    }

    /** An old task must not make the table grow while later tasks are added and removed. */
    @Test
    void closesGaps() {
        table.add(task(id(0)));
        for (int i = 1; i < 10_000; i++) {
            Task task = task(id(i));
            table.add(task);
            table.remove(task);
        }

        assertThat(table.capacity()).isEqualTo(16);
        assertThat(table.after(Optional.empty()).map(Task::id)).isEqualTo(List.of(id(0)));
    }

    @Test
    void clearRemovesEverything() {
        table.add(task(id(1)));
        table.clear();

        assertThat(table.has(id(1))).isFalse();
        assertThat(table.after(Optional.empty())).isEmpty();
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }

    private static Task task(UUID id) {
        Plan plan = new Plan(NOW, NOW, new Outcome.Completes());
        return new Task(id, 0, 1, SPEC, plan, Progression.TIMED, null, NOW, null, (task, instant) -> {});
    }
}
