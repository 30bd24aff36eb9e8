package dev.darkroom.dialect.openai;

import dev.darkroom.api.RequestContext;
import dev.darkroom.image.ImageFile;
import dev.darkroom.memory.InFlightMemory;
import dev.darkroom.memory.InFlightMemory.Reservation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * The memory for the images in one response, from the drawing of the first image until the response has been sent or
 * the client has disconnected. A holder that has the largest share can lose it at any time.
 */
final class ImageMemory {

    private final Reservation reservation;
    private final CompletableFuture<Void> revoked = new CompletableFuture<>();
    private long bytes;

    /**
     * @param initialBytes what the response takes besides its images
     * @throws RejectedExecutionException if there is no memory
     */
    ImageMemory(InFlightMemory memory, RequestContext request, long initialBytes) {
        String holder = InFlightMemory.holderOf(request.key().orElseThrow().value());
        reservation = memory.reserve(holder, initialBytes, () -> revoked.complete(null))
                .orElseThrow(ImageMemory::rejected);
        request.onEnd(reservation::release);
    }

    /**
     * All images of a response without a stream.
     *
     * @param images fails with a {@link RejectedExecutionException} if there is no memory for them
     * @param eventLoop receives that failure
     */
    Uni<List<ImageFile>> holdAll(Multi<ImageFile> images, Executor eventLoop) {
        Uni<List<ImageFile>> all = images.onItem()
                .invoke(image -> resize(bytes + memoryOf(image)))
                .collect()
                .asList()
                .invoke(this::pin);
        Uni<List<ImageFile>> none = Uni.createFrom()
                .completionStage(revoked)
                .emitOn(eventLoop)
                .map(over -> {
                    throw rejected();
                });
        return Uni.combine().any().of(all, none);
    }

    /**
     * One image of a stream, which takes the place of the image before it. If the memory is revoked later, the stream
     * is aborted.
     *
     * @return fails with a {@link RejectedExecutionException} if there is no memory for the image
     */
    Uni<ImageFile> holdLatest(Uni<ImageFile> image) {
        return image.invoke(latest -> resize(memoryOf(latest)));
    }

    /** Runs an action if the memory is revoked, on any thread. */
    void whenRevoked(Runnable action) {
        revoked.thenRun(action);
    }

    /** The image and its text in Base64. */
    private static long memoryOf(ImageFile image) {
        long length = image.bytes().length;
        return length + (length + 2) / 3 * 4;
    }

    private void resize(long newBytes) {
        if (newBytes > bytes && !reservation.grow(newBytes - bytes)) {
            throw rejected();
        }
        if (newBytes < bytes) {
            reservation.shrink(bytes - newBytes);
        }
        bytes = newBytes;
    }

    private void pin() {
        if (!reservation.pin()) {
            throw rejected();
        }
    }

    private static RejectedExecutionException rejected() {
        return new RejectedExecutionException("the images of one holder take too much memory");
    }
}
