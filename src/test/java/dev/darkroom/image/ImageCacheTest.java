package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class ImageCacheTest {

    private static final long ROOM = 1 << 20;

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final CompletableFuture<List<Thumbnail>> looked = new CompletableFuture<>();
    private final ImageCache images = images(ROOM);

    @Test
    void isDrawnOnceForAllWhoWait() {
        List<CompletableFuture<ImageFile>> clients = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            clients.add(images.get(facts("p")));
        }

        assertThat(drawAll()).isEqualTo(1);
        assertThat(clients).allSatisfy(client -> assertThat(client)
                .isCompletedWithValue(clients.get(0).join()));
    }

    @Test
    void isKeptForThoseWhoAskAgain() {
        images.get(facts("p"));
        drawAll();

        assertThat(images.get(facts("p"))).isCompleted();
        assertThat(waiting).isEmpty();
    }

    /** A sandbox that was reset has the same ids again, with other prompts. */
    @Test
    void anotherPromptIsAnotherPicture() {
        CompletableFuture<ImageFile> one = images.get(facts("one"));
        CompletableFuture<ImageFile> other = images.get(facts("other"));
        drawAll();

        assertThat(one.join().bytes()).isNotEqualTo(other.join().bytes());
        assertThat(one.join().tag()).isNotEqualTo(other.join().tag());
    }

    @Test
    void whoGivesUpGivesUpForNobodyElse() {
        CompletableFuture<ImageFile> impatient = images.get(facts("p"));
        CompletableFuture<ImageFile> patient = images.get(facts("p"));

        impatient.cancel(true);
        drawAll();

        assertThat(patient).isCompleted();
    }

    @Test
    void whatWasNotAskedForLongestGoesFirst() {
        int each = 1024 + 2 + draw("a").bytes().length;
        ImageCache small = images(3L * each + each / 2);
        for (String prompt : List.of("a", "b", "c", "a", "d")) {
            small.get(facts(prompt));
            drawAll();
        }

        assertThat(small.get(facts("a"))).isCompleted();
        assertThat(small.get(facts("c"))).isCompleted();
        assertThat(small.get(facts("d"))).isCompleted();
        assertThat(small.get(facts("b"))).isNotCompleted();
    }

    @Test
    void whatIsLargerThanAllTheRoomIsStillDrawn() {
        CompletableFuture<ImageFile> image = images(1).get(facts("p"));
        drawAll();

        assertThat(image).isCompleted();
    }

    @Test
    void whoComesWhenTooManyWaitIsRefusedAndMayComeAgain() {
        boolean[] isFull = {true};
        ImageCache full = new ImageCache(
                new Looking(),
                work -> {
                    if (isFull[0]) {
                        throw new RejectedExecutionException();
                    }
                    work.run();
                },
                ROOM);
        assertThatThrownBy(() -> full.get(facts("p"))).isInstanceOf(RejectedExecutionException.class);

        isFull[0] = false;
        assertThat(full.get(facts("p"))).isCompleted();
    }

    @Test
    void whatFailedIsTriedAgain() {
        CompletableFuture<ImageFile> failed = images.get(withReferences());
        looked.completeExceptionally(new IllegalStateException("for the test"));
        drawAll();

        assertThat(failed).isCompletedExceptionally();
        assertThat(images.get(withReferences())).isNotSameAs(failed);
    }

    @Test
    void waitsForItsReferencesWithoutAThread() {
        CompletableFuture<ImageFile> image = images.get(withReferences());
        assertThat(waiting).isEmpty();

        looked.complete(List.of(Thumbnail.FAILED));
        drawAll();

        assertThat(image).isCompleted();
    }

    @Test
    void aReferenceThatCouldNotBeHadIsTriedAgain() {
        looked.complete(List.of(Thumbnail.FAILED));
        images.get(withReferences());
        drawAll();

        assertThat(images.get(withReferences())).isNotCompleted();
        assertThat(images.drawn()).isOne();
        assertThat(images.bytes()).isZero();
    }

    private int drawAll() {
        int drawn = 0;
        for (Runnable work = waiting.poll(); work != null; work = waiting.poll()) {
            work.run();
            drawn++;
        }
        return drawn;
    }

    private ImageFile draw(String prompt) {
        CompletableFuture<ImageFile> image = images(ROOM).get(facts(prompt));
        drawAll();
        return image.join();
    }

    private ImageCache images(long room) {
        return new ImageCache(new Looking(), waiting::add, room);
    }

    private static ImageFacts facts(String prompt) {
        return SomeImage.SQUARE.of(64, 64).withPrompt(prompt).facts();
    }

    private static ImageFacts withReferences() {
        return SomeImage.SQUARE
                .of(64, 64)
                .with(References.of(List.of("http://host/a.png")))
                .facts();
    }

    private final class Looking implements ReferenceReader {

        @Override
        public References of(List<String> urls) {
            return References.of(urls);
        }

        @Override
        public CompletionStage<List<Thumbnail>> read(List<String> urls) {
            return looked;
        }
    }
}
