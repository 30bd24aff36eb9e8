package dev.darkroom.server.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.concurrency.FairExecutor;
import dev.darkroom.image.Decoders;
import dev.darkroom.image.FileContent;
import dev.darkroom.image.ImageCache;
import dev.darkroom.image.ImageFile;
import dev.darkroom.image.ImageFormat;
import dev.darkroom.image.Reference;
import dev.darkroom.image.Reference.Upload;
import dev.darkroom.image.Reference.Url;
import dev.darkroom.image.References;
import dev.darkroom.image.TestImage;
import dev.darkroom.image.Thumbnail;
import dev.darkroom.server.settings.ReferencesConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Uploads, and holders that share a fetcher. {@code wire.image.ReferencesIT} tests references by URL. */
class ReferenceFetcherTest {

    private static final int RED = 0xFF0000;

    private final Vertx vertx = Vertx.vertx();
    private final ReferenceFetcher fetcher = new ReferenceFetcher(vertx, config(true), TestTrust.of(Map.of()));

    @AfterEach
    void closeVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void readsUploadAsThumbnail() throws IOException {
        Thumbnail thumbnail = read(upload(red(512, 256))).get(0);

        assertThat(thumbnail.width()).isEqualTo(256);
        assertThat(thumbnail.height()).isEqualTo(128);
        assertThat(thumbnail.pixels()).containsOnly(RED);
    }

    @Test
    void unreadableUploadIsMissing() throws IOException {
        List<Thumbnail> thumbnails =
                read(upload("no image".getBytes(StandardCharsets.UTF_8)), upload(new byte[0]), upload(red(8, 8)));

        assertThat(thumbnails).extracting(Thumbnail::isFailed).containsExactly(true, true, false);
    }

    @Test
    void drawsUploadOnTheImage() throws IOException {
        References references = fetcher.retain(List.of(upload(red(8, 8))));
        ImageCache cache = new ImageCache(fetcher, new FairExecutor(Runnable::run, 1, 1), 1 << 20, 1 << 20);

        ImageFile image = cache.get(
                        "holder", TestImage.SQUARE.withReferences(references).facts())
                .join();

        int[] pixels = Decoders.pixels(Decoders.decode(ImageFormat.PNG, image.bytes()));
        assertThat(image.isComplete()).isTrue();
        assertThat(IntStream.of(pixels).filter(pixel -> pixel == (0xFF000000 | RED)))
                .hasSizeGreaterThan(1000);
    }

    @Test
    void keepsUploadsEvenIfUrlsAreNotFetched() throws IOException {
        Upload upload = upload(red(8, 8));
        References references = new ReferenceFetcher(vertx, config(false), TestTrust.of(Map.of()))
                .retain(List.of(new Url("http://host/a.png"), upload));

        assertThat(references.count()).isEqualTo(2);
        assertThat(references.list()).containsExactly(upload);
    }

    @Test
    void keepsOnlyCountOfUrlsThatAreNotFetched() {
        References references = new ReferenceFetcher(vertx, config(false), TestTrust.of(Map.of()))
                .retainUrls(List.of("http://host/a.png", "http://host/b.png"));

        assertThat(references).isEqualTo(References.counted(2));
    }

    @Test
    void readsContentOfUploadsOnlyOnce() throws IOException {
        CountingContent content = new CountingContent(red(8, 8));
        Upload upload = Upload.of("a.png", "image/png", content);

        fetcher.decode("holder", List.of(upload)).toCompletableFuture().join();

        assertThat(content.reads).hasValue(1);
        assertThat(read(upload, upload)).extracting(Thumbnail::width).containsExactly(8, 8);
        assertThat(content.reads).hasValue(1);
    }

    /** Bodies that never end occupy the places for files in memory until their time is up. */
    @Test
    void slowServersOfOneHolderDoNotDelayAnother() throws Exception {
        byte[] file = red(8, 8);
        CountDownLatch slowBodies = new CountDownLatch(8);
        HttpServer server = await(vertx.createHttpServer()
                .requestHandler(request -> {
                    if (request.path().equals("/good")) {
                        request.response().end(Buffer.buffer(file));
                    } else {
                        request.response().setChunked(true).write("x");
                        slowBodies.countDown();
                    }
                })
                .listen(0, "127.0.0.1"));
        String url = "http://127.0.0.1:" + server.actualPort();
        fetcher.read("flooding", List.copyOf(Collections.nCopies(8, new Url(url + "/slow"))));
        slowBodies.await();

        assertThat(read(new Url(url + "/good"), new Url(url + "/good")))
                .extracting(Thumbnail::isFailed)
                .containsExactly(false, false);
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private List<Thumbnail> read(Reference... references) {
        return fetcher.read("holder", List.of(references)).toCompletableFuture().join();
    }

    private static Upload upload(byte[] content) {
        return Upload.of("a.png", "image/png", FileContent.of(content));
    }

    private static byte[] red(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, RED);
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, "png", file);
        return file.toByteArray();
    }

    private static final class CountingContent implements FileContent {

        private final FileContent content;
        private final AtomicInteger reads = new AtomicInteger();

        CountingContent(byte[] bytes) {
            content = FileContent.of(bytes);
        }

        @Override
        public long size() {
            return content.size();
        }

        @Override
        public byte[] start() {
            return content.start();
        }

        @Override
        public String hash() {
            return content.hash();
        }

        @Override
        public byte[] read() throws IOException {
            reads.incrementAndGet();
            return content.read();
        }
    }

    private static ReferencesConfig config(boolean fetch) {
        return new ReferencesConfig() {

            @Override
            public boolean fetch() {
                return fetch;
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(10);
            }

            @Override
            public Optional<List<String>> allow() {
                return Optional.empty();
            }

            @Override
            public Optional<List<String>> deny() {
                return Optional.empty();
            }
        };
    }
}
