package dev.darkroom.server.training;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** A client of the server in this process: HTTP/1.1 without TLS, HTTP/2 with it. */
final class TrainingClient implements AutoCloseable {

    private static final long TIMEOUT_MILLIS = Duration.ofMinutes(1).toMillis();

    private final HttpClient client;
    private int responses;

    TrainingClient(Vertx vertx) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setTrustAll(true)
                .setVerifyHost(false)
                .setUseAlpn(true)
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false));
    }

    record Response(int status, String type, String body) {

        boolean isImage() {
            return status == 200 && type.startsWith("image/");
        }
    }

    /**
     * Sends a request and waits for its response.
     *
     * @param body JSON
     * @throws TrainingException if there is no response within a minute, or one with a 5xx status
     */
    Response send(String method, String url, String key, Optional<String> body) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(method))
                .setAbsoluteURI(url)
                .setTimeout(TIMEOUT_MILLIS)
                .putHeader("Authorization", "Bearer " + key)
                .putHeader("Content-Type", "application/json");
        try {
            Response response = client.request(options)
                    .compose(request -> body.map(request::send).orElseGet(request::send))
                    .compose(received -> received.body()
                            .map(bytes -> new Response(
                                    received.statusCode(),
                                    String.valueOf(received.getHeader("Content-Type")),
                                    bytes.toString(StandardCharsets.ISO_8859_1))))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            if (response.status() >= 500) {
                throw new TrainingException(method + " " + url + " gets " + response.status() + ": " + response.body());
            }
            responses++;
            return response;
        } catch (CompletionException e) {
            throw new TrainingException(method + " " + url + ": " + e.getCause(), e);
        }
    }

    /** The number of responses that the client has received. */
    int responses() {
        return responses;
    }

    @Override
    public void close() {
        client.close();
    }
}
