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

    private final Map<ImageFacts, CompletableFuture<ImageFile>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Placeholder placeholder = new Placeholder();
    private final ReferenceReader references;
    private final Executor drawers;
    private final long mostBytes;
    private long bytes;
    private long drawn;

    /**
     * @param drawers where pictures are drawn; it rejects them when it has too much to do
     * @param mostBytes how much memory the pictures that are kept may take, about
     */
    public ImageCache(ReferenceReader references, Executor drawers, long mostBytes) {
        this.references = references;
        this.drawers = drawers;
        this.mostBytes = mostBytes;
    }

    /**
     * The picture of these facts.
     *
     * @throws RejectedExecutionException when too many others wait to be drawn
     */
    public synchronized CompletableFuture<ImageFile> get(ImageFacts facts) {
        CompletableFuture<ImageFile> picture = kept.get(facts);
        if (picture == null) {
            picture = draw(facts);
            kept.put(facts, picture);
            picture.whenComplete((done, failure) -> settle(facts, done));
        }
        // A copy, for whoever gives up waiting would give up for all.
        return picture.copy();
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
            return CompletableFuture.supplyAsync(() -> draw(facts, List.of()), drawers);
        }
        return references
                .read(facts.references().urls())
                .thenApplyAsync(thumbnails -> draw(facts, thumbnails), drawers)
                .toCompletableFuture();
    }

    private ImageFile draw(ImageFacts facts, List<Thumbnail> thumbnails) {
        boolean isComplete = thumbnails.stream().noneMatch(Thumbnail::isFailed);
        return ImageFile.of(facts.image().output().format(), placeholder.draw(facts, thumbnails), isComplete);
    }

    /** @param done null when it could not be drawn */
    private synchronized void settle(ImageFacts facts, ImageFile done) {
        drawn += done == null ? 0 : 1;
        if (done == null || !done.isComplete()) {
            kept.remove(facts);
            return;
        }
        bytes += bytes(facts, done);
        Iterator<Map.Entry<ImageFacts, CompletableFuture<ImageFile>>> oldest =
                kept.entrySet().iterator();
        while (bytes > mostBytes && oldest.hasNext()) {
            Map.Entry<ImageFacts, CompletableFuture<ImageFile>> entry = oldest.next();
            ImageFile picture = entry.getValue().getNow(null);
            if (picture != null) {
                bytes -= bytes(entry.getKey(), picture);
                oldest.remove();
            }
        }
    }

    private static long bytes(ImageFacts facts, ImageFile picture) {
        long texts = facts.prompt().length()
                + facts.references().urls().stream().mapToLong(String::length).sum();
        return ENTRY_BYTES + picture.bytes().length + 2 * texts;
    }
}
