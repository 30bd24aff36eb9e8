package dev.darkroom.image;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Pictures as they are asked for. Each is drawn once for all who wait for it, and those that were asked for last are
 * kept as long as there is room; one whose references could not be had is tried again. Whoever asks is never held up: drawing is left to an executor.
 *
 * <p>Safe for use by several threads.
 */
public final class ImageCache {

    /** What an entry takes besides its file and its texts, rather more than less. */
    private static final int ENTRY_BYTES = 1024;

    private final Map<ImageFacts, CompletableFuture<ImageFile>> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final Placeholder placeholder = new Placeholder();
    private final ReferenceReader references;
    private final Executor executor;
    private final long maxBytes;
    private long bytes;
    private long drawn;

    /**
     * @param executor where pictures are drawn; it rejects them when it has too much to do
     * @param maxBytes how much memory the pictures that are kept may take, about
     */
    public ImageCache(ReferenceReader references, Executor executor, long maxBytes) {
        this.references = references;
        this.executor = executor;
        this.maxBytes = maxBytes;
    }

    /**
     * The picture of these facts.
     *
     * @throws RejectedExecutionException when too many others wait to be drawn
     */
    public synchronized CompletableFuture<ImageFile> get(ImageFacts facts) {
        CompletableFuture<ImageFile> image = entries.get(facts);
        if (image == null) {
            image = draw(facts);
            entries.put(facts, image);
            image.whenComplete((imageFile, failure) -> store(facts, imageFile));
        }
        // A copy, for whoever gives up waiting would give up for all.
        return image.copy();
    }

    /** How often one was drawn. */
    public synchronized long drawn() {
        return drawn;
    }

    /** What those take that are kept, about. */
    public synchronized long bytes() {
        return bytes;
    }

    private CompletableFuture<ImageFile> draw(ImageFacts facts) {
        if (facts.references().urls().isEmpty()) {
            return CompletableFuture.supplyAsync(() -> draw(facts, List.of()), executor);
        }
        return references
                .read(facts.references().urls())
                .thenApplyAsync(thumbnails -> draw(facts, thumbnails), executor)
                .toCompletableFuture();
    }

    private ImageFile draw(ImageFacts facts, List<Thumbnail> thumbnails) {
        boolean isComplete = thumbnails.stream().noneMatch(Thumbnail::isFailed);
        return ImageFile.of(facts.image().output().format(), placeholder.draw(facts, thumbnails), isComplete);
    }

    /** @param imageFile null when it could not be drawn */
    private synchronized void store(ImageFacts facts, ImageFile imageFile) {
        drawn += imageFile == null ? 0 : 1;
        if (imageFile == null || !imageFile.isComplete()) {
            entries.remove(facts);
            return;
        }
        bytes += bytes(facts, imageFile);
        Iterator<Map.Entry<ImageFacts, CompletableFuture<ImageFile>>> leastRecent =
                entries.entrySet().iterator();
        while (bytes > maxBytes && leastRecent.hasNext()) {
            Map.Entry<ImageFacts, CompletableFuture<ImageFile>> entry = leastRecent.next();
            ImageFile image = entry.getValue().getNow(null);
            if (image != null) {
                bytes -= bytes(entry.getKey(), image);
                leastRecent.remove();
            }
        }
    }

    private static long bytes(ImageFacts facts, ImageFile image) {
        long texts = facts.prompt().length()
                + facts.references().urls().stream().mapToLong(String::length).sum();
        return ENTRY_BYTES + image.bytes().length + 2 * texts;
    }
}
