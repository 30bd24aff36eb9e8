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
    void submittingDoesNotProcessTheItem() {
        ArrayDeque<Runnable> executor = new ArrayDeque<>();
        List<Integer> processed = new ArrayList<>();
        SerialExecutor<Integer> serial = new SerialExecutor<>(executor::add, processed::add);
        IntStream.range(0, 5).forEach(serial::submit);

        assertThat(processed).isEmpty();
        assertThat(executor).hasSize(1);
        executor.remove().run();
        assertThat(processed).containsExactly(0, 1, 2, 3, 4);
        serial.submit(5);
        assertThat(executor).hasSize(1);
    }

    @Test
    void discardsItemsAfterStop() {
        ArrayDeque<Runnable> executor = new ArrayDeque<>();
        List<Integer> processed = new ArrayList<>();
        SerialExecutor<Integer> serial = new SerialExecutor<>(executor::add, processed::add);
        serial.submit(1);
        serial.stop();
        serial.submit(2);
        executor.remove().run();

        assertThat(processed).isEmpty();
    }

    @Test
    void keepsTheOrderOnSeveralThreads() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Integer> processed = new ArrayList<>();
        SerialExecutor<Integer> serial = new SerialExecutor<>(threads, processed::add);
        IntStream.range(0, 10_000).forEach(serial::submit);
        serial.submit(10_000);
        threads.shutdown();

        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(processed).isEqualTo(IntStream.rangeClosed(0, 10_000).boxed().toList());
    }
}
