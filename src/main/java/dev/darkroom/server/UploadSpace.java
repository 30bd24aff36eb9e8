package dev.darkroom.server;

import dev.darkroom.http.BodyFile;
import dev.darkroom.memory.InFlightMemory;
import dev.darkroom.memory.InFlightMemory.Reservation;
import dev.darkroom.server.settings.LimitsConfig;
import io.vertx.core.Future;
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
    private final WorkerExecutor readers;

    UploadSpace(LimitsConfig limits, Vertx vertx) {
        this.space = new InFlightMemory(limits.uploads().asLongValue());
        this.folder = Path.of(System.getProperty("java.io.tmpdir"));
        this.writers = vertx.createSharedWorkerExecutor("darkroom-upload-writers", THREADS);
        this.readers = vertx.createSharedWorkerExecutor("darkroom-upload-readers", THREADS);
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

    /** Runs work that can take seconds, such as reading a whole body. */
    <T> Future<T> read(Callable<T> work) {
        return readers.executeBlocking(work, false);
    }
}
