package dev.darkroom.server;

import dev.darkroom.server.settings.ReferencesConfig;

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
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Fetches references and makes thumbnails of them. Whatever a client names is fetched, so all is bounded: where it may
 * be, how large it may be, how long it may take, and how many are in memory.
 *
 * <p>Who waits for a server to begin its answer waits for nobody else: that server may be this one, which draws a picture
 * that has references itself. Only what is in memory takes turns, until a thumbnail is made of it.
 */
@ApplicationScoped
class ReferenceFetcher implements ReferenceReader {

    private static final Logger LOG = Logger.getLogger(ReferenceFetcher.class);
    private static final int MAX_BYTES = 16 << 20;
    private static final int MAX_REDIRECTS = 3;
    private static final int MAX_REQUESTS = 1000;
    private static final int IN_MEMORY = 2;
    private static final String LINE = "references";
    private static final int OK = 200;
    private static final Pattern FORBIDDEN = Pattern.compile("[ \"<>\\\\^`{|}]");

    private final ReferencesConfig config;
    private final HttpClient client;
    private final CallbackTargets receivers;
    private final KeyedConcurrencyLimit turns;
    private final WorkerExecutor decoder;

    ReferenceFetcher(Vertx vertx, ReferencesConfig config) {
        this.config = config;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(false), new PoolOptions().setHttp1MaxSize(MAX_REQUESTS));
        this.receivers = new CallbackTargets(vertx, "darkroom.references", config.allow(), config.deny());
        this.turns = new KeyedConcurrencyLimit(vertx, IN_MEMORY);
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
        return Future.succeededFuture(url)
                .compose(given -> given.startsWith(DataUri.SCHEME)
                        ? turns.take(LINE, () -> decode(Buffer.buffer(DataUri.read(given)), end))
                        : fetch(URI.create(encoded(given)), end, MAX_REDIRECTS))
                .timeout(millisUntil(end), TimeUnit.MILLISECONDS)
                .otherwise(failure -> {
                    String shown = url.length() > 100 ? url.substring(0, 100) + "…" : url;
                    LOG.warnf("The reference %s is drawn as missing: %s", shown, reason(failure));
                    return Thumbnail.FAILED;
                });
    }

    private static String reason(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return "it took longer than darkroom.references.timeout allows";
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    /** As browsers do with what may not stand in an address. */
    private static String encoded(String url) {
        return FORBIDDEN.matcher(url).replaceAll(found -> "%%%02X"
                .formatted((int) found.group().charAt(0)));
    }

    private Future<Thumbnail> fetch(URI url, long end, int redirects) {
        return receivers
                .find(url)
                .compose(address -> client.request(options(url, address, end)))
                .compose(request -> request.send()
                        .timeout(millisUntil(end), TimeUnit.MILLISECONDS)
                        .compose(response -> answer(url, response, end, redirects))
                        .onFailure(failure -> hangUp(request)));
    }

    private Future<Thumbnail> answer(URI url, HttpClientResponse response, long end, int redirects) {
        String location = response.getHeader("Location");
        boolean leadsOn = response.statusCode() / 100 == 3 && location != null;
        if (leadsOn && redirects > 0) {
            hangUp(response.request());
            return fetch(url.resolve(encoded(location)), end, redirects - 1);
        }
        if (response.statusCode() != OK) {
            return Future.failedFuture("its server answered " + response.statusCode());
        }
        response.pause();
        return turns.take(LINE, () -> body(response, end).compose(file -> decode(file, end)));
    }

    /** It has half of the time for itself: one that sends a little now and then would take the turn of all others. */
    private Future<Buffer> body(HttpClientResponse response, long end) {
        Promise<Buffer> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        response.exceptionHandler(whole::tryFail);
        response.endHandler(last -> whole.tryComplete(body));
        response.handler(part -> {
            if (body.length() + part.length() > MAX_BYTES) {
                whole.tryFail(new IOException("it has more than " + MAX_BYTES + " bytes"));
                hangUp(response.request());
            } else {
                body.appendBuffer(part);
            }
        });
        response.resume();
        long soon = Math.min(end, System.nanoTime() + config.timeout().toNanos() / 2);
        return whole.future().timeout(millisUntil(soon), TimeUnit.MILLISECONDS);
    }

    /** Nobody waits for it any more when its time is over. */
    private Future<Thumbnail> decode(Buffer file, long end) {
        return decoder.executeBlocking(
                () -> {
                    if (System.nanoTime() > end) {
                        throw new TimeoutException();
                    }
                    return ThumbnailReader.read(file.getBytes());
                },
                false);
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
