package dev.darkroom.control;

import dev.darkroom.access.ApiKey;
import dev.darkroom.concurrency.FairExecutor;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs the longer work of the control API, such as searching a journal. Keys take turns, and one key can use half of
 * the threads, so that it cannot make the others wait.
 */
@ApplicationScoped
class ControlExecutor {

    private final FairExecutor executor;

    ControlExecutor() {
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        executor = new FairExecutor(Infrastructure.getDefaultExecutor(), threads, threads / 2);
    }

    void execute(Object holder, Runnable job) {
        executor.execute(holder, job);
    }

    /** @param key the holder of the job; all requests without a key count as one holder */
    <T> Uni<T> submit(Optional<ApiKey> key, Supplier<T> job) {
        return Uni.createFrom().item(job).runSubscriptionOn(command -> executor.execute(key, command));
    }
}
