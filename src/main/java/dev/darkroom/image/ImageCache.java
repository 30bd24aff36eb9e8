package dev.darkroom.image;

import dev.darkroom.concurrency.FairExecutor;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Draws images on demand, and caches them up to a number of bytes. The least recently requested images are evicted
 * first. Concurrent requests for the same image share one drawing. An image with a reference that could not be read is
 * not cached, so the next request tries again. No call blocks: an executor draws, for one holder after the other.
 *
 * <p>Thread-safe.
 */
public final class ImageCache {

    /** The approximate size of an entry without its file and its texts; a high estimate. */
    private static final int ENTRY_BYTES = 1024;

    /** The keys have no images of uploads, which would stay in memory. */
    private final Map<ImageFacts, CompletableFuture<ImageFile>> entries = new LinkedHashMap<>(16, 0.75f, true);

    private final Placeholder placeholder = new Placeholder();
    private final ReferenceReader references;
    private final FairExecutor executor;
    private final WaitingImages waiting;
    private final long maxBytes;
    private long bytes;
    private long drawn;

    /**
     * @param executor draws the images
     * @param maxBytes the approximate limit of the memory for cached images
     * @param maxWaitingBytes the approximate limit of the memory for images that wait to be drawn, and their references
     */
    public ImageCache(ReferenceReader references, FairExecutor executor, long maxBytes, long maxWaitingBytes) {
        this.references = references;
        this.executor = executor;
        this.waiting = new WaitingImages(maxWaitingBytes);
        this.maxBytes = maxBytes;
    }

    /**
     * The image of these facts.
     *
     * @param holder whose image it is; holders take turns
     * @throws RejectedExecutionException if too many images of the holder are waiting to be drawn
     */
    public synchronized CompletableFuture<ImageFile> get(Object holder, ImageFacts facts) {
        CompletableFuture<ImageFile> image = entries.get(facts);
        if (image == null) {
            long waitingBytes = facts.references().bytes() + 2L * facts.prompt().length();
            if (!waiting.add(holder, waitingBytes)) {
                throw new RejectedExecutionException("too many images of one holder are waiting to be drawn");
            }
            ImageFacts key = facts.withoutUploads();
            image = draw(holder, key, facts.references());
            entries.put(key, image);
            image.whenComplete((imageFile, failure) -> {
                store(key, imageFile);
                stopWaiting(holder, waitingBytes);
            });
        }
        // A copy: cancelling the shared future would cancel it for all clients.
        return image.copy();
    }

    /** The number of images drawn so far. */
    public synchronized long drawn() {
        return drawn;
    }

    /** The approximate memory of the cached images. */
    public synchronized long bytes() {
        return bytes;
    }

    /** @param facts without the images of uploads */
    private CompletableFuture<ImageFile> draw(Object holder, ImageFacts facts, References content) {
        Executor turns = drawing -> executor.execute(holder, drawing);
        if (content.list().isEmpty()) {
            return CompletableFuture.supplyAsync(() -> draw(facts, List.of()), turns);
        }
        return references
                .read(holder, content.list())
                .thenApplyAsync(thumbnails -> draw(facts, thumbnails), turns)
                .toCompletableFuture();
    }

    private synchronized void stopWaiting(Object holder, long waitingBytes) {
        waiting.remove(holder, waitingBytes);
    }

    private ImageFile draw(ImageFacts facts, List<Thumbnail> thumbnails) {
        boolean isComplete = thumbnails.stream().noneMatch(Thumbnail::isFailed);
        return ImageFile.of(facts.image().output().format(), placeholder.draw(facts, thumbnails), isComplete);
    }

    /** @param image null if drawing failed */
    private synchronized void store(ImageFacts key, ImageFile image) {
        drawn += image == null ? 0 : 1;
        if (image == null || !image.isComplete()) {
            entries.remove(key);
            return;
        }
        bytes += bytes(key, image);
        Iterator<Map.Entry<ImageFacts, CompletableFuture<ImageFile>>> leastRecent =
                entries.entrySet().iterator();
        while (bytes > maxBytes && leastRecent.hasNext()) {
            Map.Entry<ImageFacts, CompletableFuture<ImageFile>> entry = leastRecent.next();
            ImageFile evicted = entry.getValue().getNow(null);
            if (evicted != null) {
                bytes -= bytes(entry.getKey(), evicted);
                leastRecent.remove();
            }
        }
    }

    private static long bytes(ImageFacts key, ImageFile image) {
        return ENTRY_BYTES
                + image.bytes().length
                + 2L * key.prompt().length()
                + key.references().bytes();
    }
}
