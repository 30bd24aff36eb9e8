package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.concurrency.FairExecutor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class ImageCacheTest {

    private static final long MAX_BYTES = 1 << 20;
    private static final int UPLOAD_BYTES = 1 << 18;

    /** A little more than the thumbnails of eight uploads. */
    private static final long MAX_WAITING_BYTES = 8 * UPLOAD_BYTES + UPLOAD_BYTES / 2;

    private final Queue<Runnable> waitingDrawings = new ArrayDeque<>();
    private final CompletableFuture<List<Thumbnail>> thumbnails = new CompletableFuture<>();
    private final ImageCache cache = cache(MAX_BYTES);

    @Test
    void drawsOnceForConcurrentRequests() {
        List<CompletableFuture<ImageFile>> images = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            images.add(cache.get("holder", facts("p")));
        }

        assertThat(drawAll()).isEqualTo(1);
        assertThat(images).allSatisfy(image -> assertThat(image)
                .isCompletedWithValue(images.get(0).join()));
    }

    @Test
    void servesRepeatedRequestsFromCache() {
        cache.get("holder", facts("p"));
        drawAll();

        assertThat(cache.get("holder", facts("p"))).isCompleted();
        assertThat(waitingDrawings).isEmpty();
    }

    /** A sandbox that was reset assigns the same ids to different prompts. */
    @Test
    void differentPromptIsADifferentImage() {
        CompletableFuture<ImageFile> first = cache.get("holder", facts("first"));
        CompletableFuture<ImageFile> second = cache.get("holder", facts("second"));
        drawAll();

        assertThat(first.join().bytes()).isNotEqualTo(second.join().bytes());
        assertThat(first.join().tag()).isNotEqualTo(second.join().tag());
    }

    @Test
    void cancelingOneRequestKeepsTheOthers() {
        CompletableFuture<ImageFile> impatient = cache.get("holder", facts("p"));
        CompletableFuture<ImageFile> patient = cache.get("holder", facts("p"));

        impatient.cancel(true);
        drawAll();

        assertThat(patient).isCompleted();
    }

    @Test
    void evictsLeastRecentlyRequestedFirst() {
        int promptBytes = 2;
        int entryBytes = 1024 + promptBytes + draw("a").bytes().length;
        ImageCache small = cache(3L * entryBytes + entryBytes / 2);
        for (String prompt : List.of("a", "b", "c", "a", "d")) {
            small.get("holder", facts(prompt));
            drawAll();
        }

        assertThat(small.get("holder", facts("a"))).isCompleted();
        assertThat(small.get("holder", facts("c"))).isCompleted();
        assertThat(small.get("holder", facts("d"))).isCompleted();
        assertThat(small.get("holder", facts("b"))).isNotCompleted();
    }

    @Test
    void drawsImageLargerThanTheCache() {
        CompletableFuture<ImageFile> image = cache(1).get("holder", facts("p"));
        drawAll();

        assertThat(image).isCompleted();
    }

    @Test
    void holderWithTooManyWaitingImagesIsRejectedAndOthersAreNot() {
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1000; i++) {
                        cache.get("flooding", facts("p" + i));
                    }
                })
                .isInstanceOf(RejectedExecutionException.class);
        CompletableFuture<ImageFile> image = cache.get("quiet", facts("q"));
        drawOne();
        drawOne();

        assertThat(image).isCompleted();
        assertThat(cache.drawn()).isEqualTo(2);
        assertThat(cache.get("flooding", facts("again"))).isNotCompleted();
    }

    @Test
    void waitingUploadsOfOneHolderAreLimited() {
        int accepted = 0;
        while (accepted < 1000 && isAccepted("flooding", accepted)) {
            accepted++;
        }

        assertThat(accepted).isEqualTo(MAX_WAITING_BYTES / UPLOAD_BYTES / 2);
        assertThat(isAccepted("quiet", accepted)).isTrue();
        thumbnails.complete(List.of(Thumbnail.FAILED));
        drawAll();
        assertThat(isAccepted("flooding", accepted)).isTrue();
    }

    @Test
    void retriesFailedDrawing() {
        CompletableFuture<ImageFile> failed = cache.get("holder", factsWithReferences());
        thumbnails.completeExceptionally(new IllegalStateException("for the test"));
        drawAll();

        assertThat(failed).isCompletedExceptionally();
        assertThat(cache.get("holder", factsWithReferences())).isNotSameAs(failed);
    }

    @Test
    void waitsForReferencesWithoutBlockingAThread() {
        CompletableFuture<ImageFile> image = cache.get("holder", factsWithReferences());
        assertThat(waitingDrawings).isEmpty();

        thumbnails.complete(List.of(Thumbnail.FAILED));
        drawAll();

        assertThat(image).isCompleted();
    }

    @Test
    void retriesImageWithUnreadableReference() {
        thumbnails.complete(List.of(Thumbnail.FAILED));
        cache.get("holder", factsWithReferences());
        drawAll();

        assertThat(cache.get("holder", factsWithReferences())).isNotCompleted();
        assertThat(cache.drawn()).isOne();
        assertThat(cache.bytes()).isZero();
    }

    @Test
    void keepsNoUploadedContent() {
        thumbnails.complete(List.of(new Thumbnail(1, 1, new int[] {0xFF0000})));
        cache.get("holder", factsWithUpload());
        drawAll();

        assertThat(cache.get("holder", factsWithUpload())).isCompleted();
        assertThat(cache.drawn()).isOne();
        assertThat(cache.bytes()).isLessThan(UPLOAD_BYTES);
    }

    private boolean isAccepted(String holder, int seed) {
        try {
            cache.get(holder, factsWithUpload().withPrompt("p" + seed));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private void drawOne() {
        waitingDrawings.remove().run();
    }

    private int drawAll() {
        int drawn = 0;
        for (Runnable work = waitingDrawings.poll(); work != null; work = waitingDrawings.poll()) {
            work.run();
            drawn++;
        }
        return drawn;
    }

    private ImageFile draw(String prompt) {
        CompletableFuture<ImageFile> image = cache(MAX_BYTES).get("holder", facts(prompt));
        drawAll();
        return image.join();
    }

    private ImageCache cache(long maxBytes) {
        return new ImageCache(
                new FakeReader(), new FairExecutor(waitingDrawings::add, 1, 1), maxBytes, MAX_WAITING_BYTES);
    }

    private static ImageFacts facts(String prompt) {
        return TestImage.SQUARE.withSize(64, 64).withPrompt(prompt).facts();
    }

    private static ImageFacts factsWithReferences() {
        return TestImage.SQUARE
                .withSize(64, 64)
                .withReferences(References.ofUrls(List.of("http://host/a.png")))
                .facts();
    }

    private static ImageFacts factsWithUpload() {
        Reference upload = Reference.Upload.of("a.png", "image/png", FileContent.of(new byte[1]));
        return TestImage.SQUARE
                .withSize(64, 64)
                .withReferences(References.of(List.of(upload)))
                .facts();
    }

    private final class FakeReader implements ReferenceReader {

        @Override
        public References retain(List<? extends Reference> references) {
            return References.of(references);
        }

        @Override
        public CompletionStage<Void> decode(Object holder, List<Reference.Upload> uploads) {
            throw new UnsupportedOperationException("uploads are decoded before they are drawn");
        }

        @Override
        public CompletionStage<List<Thumbnail>> read(Object holder, List<Reference> references) {
            return thumbnails;
        }
    }
}
