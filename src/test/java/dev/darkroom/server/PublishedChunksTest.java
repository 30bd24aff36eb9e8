package dev.darkroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.http.StreamResponse;
import dev.darkroom.server.ChunkSource.Chunk;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PublishedChunksTest {

    @Test
    void requestsOneChunkPerCall() {
        List<Long> requests = new ArrayList<>();
        PublishedChunks chunks =
                chunks(Multi.createFrom().items("a", "b").onRequest().invoke(count -> requests.add(count)));

        assertThat(requests).isEmpty();
        assertThat(text(chunks.next())).isEqualTo("a");
        assertThat(requests).containsExactly(1L);
        assertThat(text(chunks.next())).isEqualTo("b");
        assertThat(chunks.next().result().isLast()).isTrue();
        assertThat(requests).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void waitsForChunk() {
        UnicastProcessor<String> publisher = UnicastProcessor.create();
        PublishedChunks chunks = chunks(publisher);

        Future<Chunk> next = chunks.next();
        assertThat(next.isComplete()).isFalse();
        publisher.onNext("a");
        assertThat(text(next)).isEqualTo("a");
    }

    @Test
    void cancelsSubscriptionAndFailsRequestWhenClosed() {
        AtomicBoolean isCanceled = new AtomicBoolean();
        PublishedChunks chunks =
                chunks(Multi.createFrom().<String>nothing().onCancellation().invoke(() -> isCanceled.set(true)));

        Future<Chunk> next = chunks.next();
        chunks.close();

        assertThat(isCanceled).isTrue();
        assertThat(next.failed()).isTrue();
        assertThat(chunks.next().failed()).isTrue();
    }

    @Test
    void doesNotSubscribeOnceClosed() {
        AtomicBoolean isSubscribed = new AtomicBoolean();
        PublishedChunks chunks =
                chunks(Multi.createFrom().item("a").onSubscription().invoke(subscription -> isSubscribed.set(true)));

        chunks.close();

        assertThat(chunks.next().failed()).isTrue();
        assertThat(isSubscribed).isFalse();
    }

    @Test
    void failsWithPublisher() {
        PublishedChunks chunks = chunks(Multi.createFrom().failure(new IllegalStateException("broken")));

        assertThat(chunks.next().cause()).hasMessage("broken");
        assertThat(chunks.next().cause()).hasMessage("broken");
    }

    @Test
    void truncatesLastChunkOnly() {
        MalformedChunks chunks =
                new MalformedChunks(chunks(Multi.createFrom().items("data: 1\n\n", "data: {\"a\":1}\n\n")));

        assertThat(text(chunks.next())).isEqualTo("data: 1\n\n");
        Chunk last = chunks.next().result();
        assertThat(last.isLast()).isTrue();
        assertThat(new String(last.bytes(), StandardCharsets.UTF_8)).isEqualTo("data: {\"a\"\n\n");
    }

    @Test
    void truncatesNothingInEmptyStream() {
        assertThat(new MalformedChunks(chunks(Multi.createFrom().empty()))
                        .next()
                        .result()
                        .bytes())
                .isEmpty();
    }

    private static PublishedChunks chunks(Multi<String> texts) {
        Multi<byte[]> chunks = texts.map(text -> text.getBytes(StandardCharsets.UTF_8));
        return new PublishedChunks(new StreamResponse(Map.of(), chunks, 2), Runnable::run);
    }

    private static String text(Future<Chunk> chunk) {
        assertThat(chunk.result().isLast()).isFalse();
        return new String(chunk.result().bytes(), StandardCharsets.UTF_8);
    }
}
