package dev.darkroom.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.journal.Conditions;
import dev.darkroom.journal.Journal;
import dev.darkroom.journal.TestExchange;
import dev.darkroom.journal.Times;
import dev.darkroom.journal.Verdict;
import dev.darkroom.journal.Verification;
import dev.darkroom.memory.SharedMemory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VerifyWaitTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicLong numbers = new AtomicLong();
    private final Journal journal = new Journal(10, SharedMemory.unlimited(), numbers::incrementAndGet);

    @Test
    void respondsImmediatelyWhenTheExchangesExist() {
        append(200);

        assertThat(wait(Times.atLeast(1))).isCompletedWithValueMatching(Verdict::isVerified);
    }

    @Test
    void waitsForMissingExchanges() throws Exception {
        append(200);
        CompletableFuture<Verdict> waiter = wait(Times.exactly(2));
        append(500);
        assertThat(waiter).isNotDone();
        append(200);

        assertThat(waiter.get(60, TimeUnit.SECONDS).exchanges()).containsExactly(1L, 3L);
    }

    @Test
    void respondsImmediatelyWhenTooManyMatch() {
        append(200);
        append(200);
        append(200);

        assertThat(wait(Times.exactly(2))).isCompletedWithValueMatching(Verdict::isExceeded);
    }

    /** Exchanges may arrive while the verdict is being sent. */
    @Test
    void laterExchangesDoNotChangeTheVerdict() throws Exception {
        CompletableFuture<Verdict> waiter = wait(Times.exactly(1));
        append(200);
        append(200);

        assertThat(waiter.get(60, TimeUnit.SECONDS).isVerified()).isTrue();
    }

    @Test
    void listsTheNearestExchangesWhenTimeIsUp() throws Exception {
        append(500);
        Verdict verdict = VerifyResource.verdict(
                        journal,
                        new Verification(List.of(Conditions.status(200)), Times.atLeast(1)),
                        Duration.ofMillis(1))
                .subscribeAsCompletionStage()
                .get(60, TimeUnit.SECONDS);

        assertThat(verdict.isVerified()).isFalse();
        assertThat(verdict.explanations()).hasSize(1);
    }

    @Test
    void countsConcurrentExchangesOnce() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(4);
        for (int round = 0; round < 200; round++) {
            journal.clear();
            for (int i = 0; i < 4; i++) {
                clients.execute(() -> append(200));
            }
            assertThat(wait(Times.exactly(4)).get(60, TimeUnit.SECONDS).exchanges())
                    .doesNotHaveDuplicates()
                    .hasSize(4);
        }
        clients.shutdown();
    }

    private CompletableFuture<Verdict> wait(Times times) {
        Verification verification = new Verification(List.of(Conditions.status(200)), times);
        return VerifyResource.verdict(journal, verification, MINUTE).subscribeAsCompletionStage();
    }

    private void append(int status) {
        journal.append(
                number -> TestExchange.create(number).withResponse(status, "").exchange());
    }
}
