package dev.darkroom.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.access.ApiKey;
import dev.darkroom.chaos.FaultSet;
import dev.darkroom.ledger.Credits;
import dev.darkroom.memory.SharedMemory;
import dev.darkroom.sandbox.AccountDefaults;
import dev.darkroom.sandbox.KeyPolicy;
import dev.darkroom.sandbox.SandboxDefaults;
import dev.darkroom.sandbox.Sandboxes;
import dev.darkroom.task.Lifecycle;
import dev.darkroom.task.Progression;
import dev.darkroom.time.Latency;
import dev.darkroom.time.ManualTime;
import dev.darkroom.time.RetrySchedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxPageTest {

    private static final Latency SECOND = new Latency.Fixed(Duration.ofSeconds(1));
    private static final SandboxDefaults DEFAULTS = new SandboxDefaults(
            Credits.of("100"),
            KeyPolicy.NONE,
            new Lifecycle(Progression.TIMED, SECOND, SECOND),
            new RetrySchedule(List.of()),
            FaultSet.NONE,
            100);

    private final ManualTime time = new ManualTime();
    private final Sandboxes sandboxes = new Sandboxes(
            new Sandboxes.Settings(
                    AccountDefaults.allWith(DEFAULTS),
                    Map.of(),
                    true,
                    10,
                    1,
                    SharedMemory.unlimited(),
                    10,
                    SharedMemory.unlimited()),
            time,
            (owner, attempt, onResult) -> {},
            (delay, wake) -> () -> {});

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void listsEverySandboxOnceTheLastUsedFirst(int limit) {
        use("a", "b", "c", "d", "a");
        sandboxes.getOrCreate(new ApiKey("b"));

        assertThat(pages(limit)).containsExactly("a", "d", "c", "b");
    }

    @Test
    void listsSandboxesThatWereUsedAtTheSameTime() {
        for (String key : List.of("a", "b", "c", "d", "e")) {
            sandboxes.getOrCreate(new ApiKey(key));
        }

        assertThat(pages(2)).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.x", "x.0123456789abcdef", "1234567890123456789.0123456789abcdef"})
    void rejectsOtherCursors(String cursor) {
        assertThatThrownBy(() -> SandboxPage.read(cursor, 1)).isInstanceOf(ControlException.class);
    }

    /** A client uses the sandboxes of these keys, one after the other. */
    private void use(String... keys) {
        for (String key : keys) {
            time.pass(Duration.ofMillis(1));
            sandboxes.authenticate(new ApiKey(key), "dialect");
        }
        time.pass(Duration.ofMillis(1));
    }

    private List<String> pages(int limit) {
        List<String> listed = new ArrayList<>();
        String cursor = null;
        do {
            SandboxPage page = SandboxPage.read(cursor, limit);
            List<SandboxPage.Entry> entries = page.select(sandboxes.all());
            entries.forEach(entry -> listed.add(entry.sandbox().key().value()));
            cursor = page.nextCursor(entries);
        } while (cursor != null);
        return listed;
    }
}
