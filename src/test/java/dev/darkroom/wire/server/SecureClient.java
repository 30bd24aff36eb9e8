package dev.darkroom.wire.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The HTTP client of the JDK, which trusts only the certificate authority of the current server. */
final class SecureClient {

    private static final String TASK = "{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"A lighthouse\"}}";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    final String key = "sk-" + UUID.randomUUID();
    private final TestServer server = TestServer.current();
    private final SSLContext tls = trustOf(server);

    /** A TLS context with the trust store that the server offers. */
    static SSLContext trustOf(TestServer server) {
        return trusting(server.request().get("/_darkroom/ca.p12").asByteArray());
    }

    /** A TLS context with this trust store. */
    static SSLContext trusting(byte[] trustStore) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(trustStore), "changeit".toCharArray());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    SSLContext tls() {
        return tls;
    }

    HttpClient direct(HttpClient.Version version) {
        return HttpClient.newBuilder().sslContext(tls).version(version).build();
    }

    /** A client that uses the server as its proxy. */
    HttpClient proxied(HttpClient.Version version) {
        InetSocketAddress proxy =
                new InetSocketAddress("localhost", URI.create(server.url()).getPort());
        return HttpClient.newBuilder()
                .sslContext(tls)
                .version(version)
                .proxy(ProxySelector.of(proxy))
                .build();
    }

    HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json");
    }

    HttpResponse<String> create(HttpClient client, String base) throws IOException, InterruptedException {
        return send(client, request(base + "/v1/images/generations").POST(HttpRequest.BodyPublishers.ofString(TASK)));
    }

    /** Sends the body in pieces whose number the client does not announce. */
    HttpResponse<String> createFromStream(HttpClient client, String base, boolean expectContinue)
            throws IOException, InterruptedException {
        HttpRequest.BodyPublisher stream =
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(TASK.getBytes()));
        return send(
                client,
                request(base + "/v1/images/generations")
                        .expectContinue(expectContinue)
                        .POST(stream));
    }

    HttpResponse<String> get(HttpClient client, String url) throws IOException, InterruptedException {
        return send(client, request(url).GET());
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
