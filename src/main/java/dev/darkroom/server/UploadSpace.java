package dev.darkroom.server;

import dev.darkroom.concurrency.FairExecutor;
import dev.darkroom.http.BodyFile;
import dev.darkroom.memory.InFlightMemory;
import dev.darkroom.memory.InFlightMemory.Reservation;
import dev.darkroom.server.settings.LimitsConfig;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The space on disk that large bodies of requests in progress may take, and the threads that write and read them. It is
 * shared like memory: see {@link InFlightMemory}.
 */
@ApplicationScoped
class UploadSpace {

    private static final int THREADS = 2;

    private final InFlightMemory space;
    private final Path folder;
    private final WorkerExecutor writers;
    private final FairExecutor readers;
    private final Vertx vertx;

    UploadSpace(LimitsConfig limits, Vertx vertx) {
        this.space = new InFlightMemory(limits.uploads().asLongValue());
        this.folder = Path.of(System.getProperty("java.io.tmpdir"));
        this.writers = vertx.createSharedWorkerExecutor("darkroom-upload-writers", THREADS);
        WorkerExecutor threads = vertx.createSharedWorkerExecutor("darkroom-upload-readers", THREADS);
        this.readers = new FairExecutor(job -> threads.executeBlocking(() -> run(job), false), THREADS, 1);
        this.vertx = vertx;
    }

    /**
     * Reserves space for a body.
     *
     * @param onRevoke runs if the space is taken back, on any thread
     * @return empty if there is no space
     */
    Optional<Reservation> reserve(String holder, long bytes, Runnable onRevoke) {
        return space.reserve(holder, bytes, onRevoke);
    }

    /** The bytes that all bodies have reserved. */
    long reserved() {
        return space.reserved();
    }

    /**
     * Opens a temporary file. This blocks.
     *
     * @throws IOException if the folder for temporary files cannot be written
     */
    BodyFile open() throws IOException {
        return BodyFile.create(folder);
    }

    /** Runs short work that blocks, such as writing the next bytes. */
    <T> Future<T> write(Callable<T> work) {
        return writers.executeBlocking(work, false);
    }

    /**
     * Runs work that can take seconds, such as reading a whole body.
     *
     * @param holder whose body it is; holders take turns
     */
    <T> Future<T> read(String holder, Callable<T> work) {
        Context eventLoop = vertx.getOrCreateContext();
        Promise<T> result = Promise.promise();
        readers.execute(holder, () -> {
            Future<T> done = call(work);
            eventLoop.runOnContext(now -> done.onComplete(result));
        });
        return result.future();
    }

    private static Void run(Runnable job) {
        job.run();
        return null;
    }

    private static <T> Future<T> call(Callable<T> work) {
        try {
            return Future.succeededFuture(work.call());
        } catch (Throwable failure) {
            return Future.failedFuture(failure);
        }
    }
}
