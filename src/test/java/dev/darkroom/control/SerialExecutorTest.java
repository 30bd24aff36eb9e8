package dev.darkroom.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SerialExecutorTest {

    @Test
    void nothingIsDoneByWhoBringsIt() {
        ArrayDeque<Runnable> executor = new ArrayDeque<>();
        List<Integer> done = new ArrayList<>();
        SerialExecutor<Integer> work = new SerialExecutor<>(executor::add, done::add);
        IntStream.range(0, 5).forEach(work::submit);

        assertThat(done).isEmpty();
        assertThat(executor).hasSize(1);
        executor.remove().run();
        assertThat(done).containsExactly(0, 1, 2, 3, 4);
        work.submit(5);
        assertThat(executor).hasSize(1);
    }

    @Test
    void whatComesAfterTheEndIsForgotten() {
        ArrayDeque<Runnable> executor = new ArrayDeque<>();
        List<Integer> done = new ArrayList<>();
        SerialExecutor<Integer> work = new SerialExecutor<>(executor::add, done::add);
        work.submit(1);
        work.stop();
        work.submit(2);
        executor.remove().run();

        assertThat(done).isEmpty();
    }

    @Test
    void theOrderIsKeptWhateverTheThreads() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Integer> done = new ArrayList<>();
        SerialExecutor<Integer> work = new SerialExecutor<>(threads, done::add);
        IntStream.range(0, 10_000).forEach(work::submit);
        work.submit(10_000);
        threads.shutdown();

        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(done).isEqualTo(IntStream.rangeClosed(0, 10_000).boxed().toList());
    }
}
