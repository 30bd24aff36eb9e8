package dev.darkroom.server;

import dev.darkroom.image.ReferenceReader;
import dev.darkroom.image.References;
import dev.darkroom.image.Thumbnail;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Fetches references and makes thumbnails of them. Whatever a client names is fetched, so all is bounded: where it may
 * be, how large it may be, how long it may take, and how many are under way.
 */
@ApplicationScoped
class ReferenceFetcher implements ReferenceReader {

    private static final Logger LOG = Logger.getLogger(ReferenceFetcher.class);
    private static final int MAX_BYTES = 20 << 20;
    private static final int MAX_REDIRECTS = 3;
    private static final int AT_ONCE = 8;
    private static final String LINE = "references";
    private static final int OK = 200;

    private final ReferencesConfig config;
    private final HttpClient client;
    private final Receivers receivers;
    private final Turns turns;
    private final WorkerExecutor decoder;

    ReferenceFetcher(Vertx vertx, ReferencesConfig config) {
        this.config = config;
        this.client = vertx.createHttpClient(new HttpClientOptions().setKeepAlive(false));
        this.receivers = new Receivers(vertx, "darkroom.references", config.allow(), config.deny());
        this.turns = new Turns(vertx, AT_ONCE);
        this.decoder = vertx.createSharedWorkerExecutor("darkroom-references", 1);
    }

    @Override
    public References of(List<String> urls) {
        return config.fetch() ? References.of(urls) : References.counted(urls.size());
    }

    @Override
    public CompletionStage<List<Thumbnail>> read(List<String> urls) {
        long end = System.nanoTime() + config.timeout().toNanos();
        List<Future<Thumbnail>> thumbnails =
                urls.stream().map(url -> read(url, end)).toList();
        return Future.all(thumbnails).<List<Thumbnail>>map(all -> all.list()).toCompletionStage();
    }

    private Future<Thumbnail> read(String url, long end) {
        return turns.take(LINE, () -> fetch(url, end))
                .compose(file -> decoder.executeBlocking(() -> ThumbnailReader.read(file), false))
                .timeout(millisUntil(end), TimeUnit.MILLISECONDS)
                .otherwise(failure -> {
                    String shown = url.length() > 100 ? url.substring(0, 100) + "…" : url;
                    String reason = failure instanceof TimeoutException
                            ? "it took longer than darkroom.references.timeout allows"
                            : failure.getMessage();
                    LOG.warnf("The reference %s is drawn as missing: %s", shown, reason);
                    return Thumbnail.FAILED;
                });
    }

    private Future<byte[]> fetch(String url, long end) {
        return Future.succeededFuture(url)
                .compose(given -> given.startsWith("data:")
                        ? Future.succeededFuture(data(given))
                        : fetch(URI.create(given), end, MAX_REDIRECTS))
                .timeout(millisUntil(end), TimeUnit.MILLISECONDS);
    }

    /** What stands behind the comma, as clients of picture APIs write it (RFC 2397). */
    private static byte[] data(String url) {
        return Base64.getMimeDecoder().decode(url.substring(url.indexOf(',') + 1));
    }

    private Future<byte[]> fetch(URI url, long end, int redirects) {
        return receivers
                .find(url)
                .compose(address -> client.request(options(url, address, end)))
                .compose(request -> request.send()
                        .timeout(millisUntil(end), TimeUnit.MILLISECONDS)
                        .compose(response -> answer(url, response, end, redirects))
                        .onFailure(failure -> hangUp(request)));
    }

    private Future<byte[]> answer(URI url, HttpClientResponse response, long end, int redirects) {
        String location = response.getHeader("Location");
        boolean leadsOn = response.statusCode() / 100 == 3 && location != null;
        if (leadsOn && redirects > 0) {
            hangUp(response.request());
            return fetch(url.resolve(location), end, redirects - 1);
        }
        return response.statusCode() == OK
                ? body(response).timeout(millisUntil(end), TimeUnit.MILLISECONDS)
                : Future.failedFuture("its server answered " + response.statusCode());
    }

    private static Future<byte[]> body(HttpClientResponse response) {
        Promise<byte[]> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        response.exceptionHandler(whole::tryFail);
        response.endHandler(end -> whole.tryComplete(body.getBytes()));
        response.handler(part -> {
            if (body.length() + part.length() > MAX_BYTES) {
                whole.tryFail(new IOException("it has more than " + MAX_BYTES + " bytes"));
                hangUp(response.request());
            } else {
                body.appendBuffer(part);
            }
        });
        return whole.future();
    }

    private static RequestOptions options(URI url, SocketAddress address, long end) {
        return new RequestOptions()
                .setAbsoluteURI(url.toASCIIString())
                .setConnectTimeout(millisUntil(end))
                .setServer(address);
    }

    private static void hangUp(HttpClientRequest request) {
        request.connection().close();
    }

    private static long millisUntil(long end) {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    }
}
