package dev.darkroom.server.outbound;

import dev.darkroom.api.DataUris;
import dev.darkroom.http.DataUri;
import dev.darkroom.http.HttpUrl;
import dev.darkroom.http.HttpUrls;
import dev.darkroom.image.FileContent;
import dev.darkroom.image.Reference;
import dev.darkroom.image.Reference.Upload;
import dev.darkroom.image.Reference.Url;
import dev.darkroom.image.ReferenceReader;
import dev.darkroom.image.References;
import dev.darkroom.image.Thumbnail;
import dev.darkroom.image.decode.ThumbnailDecoder;
import dev.darkroom.journal.SingleLineText;
import dev.darkroom.server.settings.ReferencesConfig;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Fetches references and scales them down to thumbnails. Clients choose the URLs, so everything has a limit: the
 * addresses, the size of a file, the time, and the number of files in memory. Uploads and {@code data:} URIs are not
 * fetched.
 *
 * <p>Holders take turns: a holder that has many references or slow servers does not delay the others.
 *
 * <p>Waiting for a response does not count against the limit of files in memory: the server may be this one, drawing an
 * image that has references itself. Only reading a body and decoding it do.
 */
@ApplicationScoped
class ReferenceFetcher implements ReferenceReader {

    private static final Logger LOG = Logger.getLogger(ReferenceFetcher.class);
    private static final int MAX_BYTES = 16 << 20;
    private static final int MAX_REDIRECTS = 3;
    private static final int MAX_REQUESTS = 1000;
    private static final int MAX_REQUESTS_PER_HOLDER = 250;
    private static final int MAX_IN_MEMORY = 2;

    /** So many of the largest uploads must fit into the heap. */
    private static final int MIN_FILES_IN_HEAP = 4;

    private static final String LIMIT_KEY = "references";
    private static final int OK = 200;
    private static final int MAX_SHOWN = 100;

    private final ReferencesConfig config;
    private final OutboundClient client;
    private final KeyedConcurrencyLimit requests;
    private final KeyedConcurrencyLimit turns;
    private final KeyedConcurrencyLimit inMemory;
    private final WorkerExecutor decoder;

    ReferenceFetcher(Vertx vertx, ReferencesConfig config, OutboundTrust trust) {
        this.config = config;
        this.client = new OutboundClient(
                vertx,
                new OutboundTargets(vertx, ReferencesConfig.PREFIX, config.allow(), config.deny()),
                trust,
                config.timeout(),
                MAX_REQUESTS);
        this.requests = new KeyedConcurrencyLimit(vertx, MAX_REQUESTS_PER_HOLDER);
        this.turns = new KeyedConcurrencyLimit(vertx, 1);
        this.inMemory = new KeyedConcurrencyLimit(vertx, MAX_IN_MEMORY);
        this.decoder = vertx.createSharedWorkerExecutor("darkroom-references", 1);
    }

    /** Keeps uploads, and the URLs if they may be fetched. */
    @Override
    public References retain(List<? extends Reference> references) {
        if (config.fetch()) {
            return References.of(references);
        }
        References all = References.counted(references.size());
        for (Reference reference : references) {
            if (reference instanceof Upload) {
                all = all.with(reference);
            }
        }
        return all;
    }

    @Override
    public CompletionStage<Void> decode(Object holder, List<Upload> uploads) {
        CompletableFuture<?>[] thumbnails = uploads.stream()
                .map(upload -> thumbnail(holder, upload).toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(thumbnails);
    }

    @Override
    public CompletionStage<List<Thumbnail>> read(Object holder, List<Reference> references) {
        long end = System.nanoTime() + config.timeout().toNanos();
        List<Future<Thumbnail>> thumbnails = references.stream()
                .map(reference -> read(holder, reference, end))
                .toList();
        return Future.all(thumbnails).<List<Thumbnail>>map(all -> all.list()).toCompletionStage();
    }

    private Future<Thumbnail> read(Object holder, Reference reference, long end) {
        if (reference instanceof Upload upload) {
            return Future.fromCompletionStage(thumbnail(holder, upload));
        }
        return fetched(holder, (Url) reference, end);
    }

    /** It has no timeout, because the server has the file. */
    private CompletionStage<Thumbnail> thumbnail(Object holder, Upload upload) {
        return upload.thumbnail(file -> turns.submit(
                        holder, () -> decoder.executeBlocking(() -> ThumbnailDecoder.decode(read(file)), false))
                .otherwise(failure -> failed(upload.name(), failure))
                .toCompletionStage());
    }

    private static byte[] read(FileContent file) throws IOException {
        if (file.size() > Runtime.getRuntime().maxMemory() / MIN_FILES_IN_HEAP) {
            throw new IOException("the heap of the server is too small for its " + file.size() + " bytes");
        }
        return file.read();
    }

    private Future<Thumbnail> fetched(Object holder, Url reference, long end) {
        return Future.succeededFuture(reference)
                .compose(unread -> thumbnail(holder, unread, end))
                .timeout(OutboundClient.millisUntil(end), TimeUnit.MILLISECONDS)
                .otherwise(failure -> failed(shown(reference.url()), failure));
    }

    private static Thumbnail failed(String reference, Throwable failure) {
        LOG.warnf("The reference %s is drawn as missing: %s", shortened(reference), reason(failure));
        return Thumbnail.FAILED;
    }

    private Future<Thumbnail> thumbnail(Object holder, Url reference, long end) {
        String url = reference.url();
        if (DataUris.isDataUri(url)) {
            return inTurn(holder, () -> decode(() -> DataUri.read(url), end));
        }
        HttpUrl target = HttpUrls.parse(url).orElseThrow(() -> new OutboundException("The URL is not valid"));
        return requests.submit(holder, () -> fetch(holder, target, end, MAX_REDIRECTS));
    }

    /**
     * Runs a job that holds a file in memory. Of each holder, at most one job runs or waits for a place. So a holder
     * with slow servers leaves the other places to others.
     */
    private Future<Thumbnail> inTurn(Object holder, Supplier<Future<Thumbnail>> job) {
        return turns.submit(holder, () -> inMemory.submit(LIMIT_KEY, job));
    }

    private static String shown(String url) {
        return HttpUrls.parse(url).map(HttpUrl::toString).orElse(url);
    }

    private static String shortened(String name) {
        return SingleLineText.escaped(SingleLineText.shortened(name, MAX_SHOWN));
    }

    private static String reason(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return "it took longer than darkroom.references.timeout allows";
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private Future<Thumbnail> fetch(Object holder, HttpUrl url, long end, int redirects) {
        return client.open(holder, HttpMethod.GET, url, end).compose(request -> request.send()
                .timeout(OutboundClient.millisUntil(end), TimeUnit.MILLISECONDS)
                .recover(failure -> Future.failedFuture(new OutboundException(FailureReason.of(url, failure))))
                .compose(response -> receive(holder, url, response, end, redirects))
                .onFailure(failure -> close(request)));
    }

    private Future<Thumbnail> receive(
            Object holder, HttpUrl url, HttpClientResponse response, long end, int redirects) {
        String location = response.getHeader("Location");
        boolean isRedirect = response.statusCode() / 100 == 3 && location != null;
        if (isRedirect && redirects > 0) {
            close(response.request());
            return fetch(holder, url.resolve(location), end, redirects - 1);
        }
        if (response.statusCode() != OK) {
            return Future.failedFuture("its server responded with status " + response.statusCode());
        }
        response.pause();
        Promise<Buffer> whole = Promise.promise();
        response.exceptionHandler(whole::tryFail);
        return inTurn(holder, () -> body(response, whole, end).compose(file -> decode(file::getBytes, end)));
    }

    /**
     * Reads a body within half of the timeout. Otherwise, one slow server would make all waiting references time out.
     *
     * @param whole completed with the body; fails if the connection is closed, even before the body is read
     */
    private Future<Buffer> body(HttpClientResponse response, Promise<Buffer> whole, long end) {
        Buffer body = Buffer.buffer();
        response.endHandler(last -> whole.tryComplete(body));
        response.handler(part -> {
            if (body.length() + part.length() > MAX_BYTES) {
                whole.tryFail(new IOException("it has more than " + MAX_BYTES + " bytes"));
                close(response.request());
            } else {
                body.appendBuffer(part);
            }
        });
        response.resume();
        long bodyEnd = Math.min(end, System.nanoTime() + config.timeout().toNanos() / 2);
        return whole.future().timeout(OutboundClient.millisUntil(bodyEnd), TimeUnit.MILLISECONDS);
    }

    /** Skips files whose time is up, because their result would be discarded. */
    private Future<Thumbnail> decode(Supplier<byte[]> file, long end) {
        return decoder.executeBlocking(
                () -> {
                    if (System.nanoTime() > end) {
                        throw new TimeoutException();
                    }
                    return ThumbnailDecoder.decode(file.get());
                },
                false);
    }

    private static void close(HttpClientRequest request) {
        request.connection().close();
    }
}
