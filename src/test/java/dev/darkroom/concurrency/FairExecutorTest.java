package dev.darkroom.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class FairExecutorTest {

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final FairExecutor executor = new FairExecutor(threads::add, 2, 2);
    private final List<String> ended = new ArrayList<>();

    @Test
    void holdersTakeTurns() {
        submit("flooding", 6);
        submit("quiet", 2);
        submit("other", 1);
        runAll();

        assertThat(ended)
                .containsExactly(
                        "flooding 0",
                        "quiet 0",
                        "other 0",
                        "flooding 1",
                        "quiet 1",
                        "flooding 2",
                        "flooding 3",
                        "flooding 4",
                        "flooding 5");
    }

    @Test
    void limitsTheJobsThatRunAtOnce() {
        submit("a", 5);
        assertThat(threads).hasSize(2);
        threads.remove().run();
        assertThat(threads).hasSize(2);
        runAll();

        assertThat(ended).hasSize(5);
        submit("a", 5);
        assertThat(threads).hasSize(2);
    }

    @Test
    void limitsTheJobsOfOneHolderThatRunAtOnce() {
        FairExecutor limited = new FairExecutor(threads::add, 2, 1);
        limited.execute("flooding", () -> {
            ended.add("first");
            limited.execute("flooding", () -> ended.add("second"));
            limited.execute("quiet", () -> ended.add("quiet"));
            assertThat(threads).hasSize(1);
            threads.remove().run();
            assertThat(ended).containsExactly("first", "quiet");
        });
        runAll();
        runAll();

        assertThat(ended).containsExactly("first", "quiet", "second");
    }

    @Test
    void failedJobDoesNotTakeAPlace() {
        for (int i = 0; i < 2; i++) {
            executor.execute("a", () -> {
                throw new IllegalStateException("for the test");
            });
            assertThatThrownBy(() -> threads.remove().run()).isInstanceOf(IllegalStateException.class);
        }
        submit("a", 3);
        runAll();

        assertThat(ended).hasSize(3);
    }

    private void submit(String holder, int jobs) {
        for (int i = 0; i < jobs; i++) {
            String name = holder + " " + i;
            executor.execute(holder, () -> ended.add(name));
        }
    }

    private void runAll() {
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }
}
