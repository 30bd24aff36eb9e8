package dev.darkroom.server.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.http.HttpUrl;
import dev.darkroom.http.HttpUrls;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.NetServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundClientTest {

    private static final String TRUST = "darkroom.callback.trust";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void closeVertx() {
        await(vertx.close());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void reachesLocalhostByEitherAddress(String address) {
        assumeTrue(canListen(address));
        int port = listen(new HttpServerOptions().setHost(address));

        assertThat(get("http://localhost:" + port + "/")).contains(" host=localhost:" + port + " ");
        assertThat(get("http://my.LOCALHOST:" + port + "/")).contains(" host=my.localhost:" + port + " ");
    }

    @Test
    void sendsUserAndPasswordInHeaderOnly() {
        int port = listen(new HttpServerOptions());

        assertThat(get("http://me:top%2Fsecret@localhost:" + port + "/a b?c"))
                .isEqualTo("uri=/a%20b?c host=localhost:" + port + " authorization=Basic bWU6dG9wL3NlY3JldA== sni=");
    }

    @Test
    void saysWhichAddressesRefuseConnections() throws IOException {
        int port = closedPort();

        assertThat(reason("http://127.0.0.1:" + port))
                .isEqualTo("The connection to 127.0.0.1:" + port
                        + " failed: connection refused, because nothing listens at 127.0.0.1:" + port);
        assertThat(reason("http://localhost:" + port))
                .startsWith("The connection to localhost:" + port + " failed: connection refused")
                .contains("127.0.0.1:" + port, "[::1]:" + port);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://no-such-host.invalid/ | The host name 'no-such-host.invalid' cannot be resolved: the host is unknown",
                "http://0xa9fea9fe/ | The host name '0xa9fea9fe' cannot be resolved: the host is unknown",
                "http://300.1.1.1/ | The host name '300.1.1.1' cannot be resolved: the host is unknown",
                "http://a b/c | The host name 'a b' is not valid",
                "http://169.254.169.254/ | 169.254.169.254 is always denied",
                "http://2852039166/ | The host '2852039166' is denied: 169.254.169.254 is always denied",
                "http://203.0.113.7/ | 203.0.113.7 is a public address; set darkroom.callback.allow to permit it"
            })
    void namesHostThatCannotBeCalled(String url, String reason) {
        assertThat(reason(url)).startsWith(reason);
    }

    @Test
    void triesOnlyPermittedAddresses() throws IOException {
        String url = "http://localhost:" + closedPort();

        assertThat(deniedReason(url, "127.0.0.1"))
                .startsWith("The connection to localhost:")
                .contains("[::1]:")
                .endsWith("; 127.0.0.1 is denied by darkroom.callback.deny")
                .doesNotContain("127.0.0.1:");
        assertThat(deniedReason(url, "127.0.0.1", "::1"))
                .startsWith("The host 'localhost' is denied: 127.0.0.1 is denied by darkroom.callback.deny; ");
    }

    @Test
    void saysHowToWriteAddress() {
        assertThat(reason("http://0x7f000001/"))
                .endsWith(" write an IPv4 address as four decimal numbers, such as 127.0.0.1");
    }

    @Test
    void namesReceiverThatDoesNotRespondInHttp() {
        NetServer server = vertx.createNetServer()
                .connectHandler(socket -> socket.handler(received -> {
                    if (received.toString().startsWith("GET /silent")) {
                        socket.close();
                    } else {
                        socket.end(Buffer.buffer("220 ready\r\n"));
                    }
                }));
        int port = await(server.listen(0, "127.0.0.1")).actualPort();

        assertThat(reason("http://127.0.0.1:" + port + "/silent"))
                .isEqualTo("127.0.0.1:" + port + " closed the connection before it responded");
        assertThat(reason("http://127.0.0.1:" + port + "/"))
                .isEqualTo("127.0.0.1:" + port + " did not respond in HTTP");
        assertThat(reason("https://127.0.0.1:" + port + "/"))
                .isEqualTo("127.0.0.1:" + port + " does not speak TLS; use an http URL");
    }

    @Test
    void namesSettingForUntrustedCertificate() throws Exception {
        TestCertificate certificate = TestCertificate.create(directory, "-ext", "san=dns:localhost");
        int port = listen(tls(certificate));

        assertThat(reason("https://localhost:" + port))
                .isEqualTo("The certificate of localhost:" + port + " cannot be trusted: it is self-signed, or its"
                        + " authority is unknown; set darkroom.callback.trust to the path of a PEM file with the"
                        + " certificate of its authority, or to all");
        assertThat(reason("http://localhost:" + port)).contains("localhost:" + port);
    }

    @Test
    void trustsCertificateInFile() throws Exception {
        TestCertificate certificate = TestCertificate.create(directory, "-ext", "san=dns:localhost");
        int port = listen(tls(certificate));
        Map<String, String> trust = Map.of(TRUST, certificate.pem());

        assertThat(get("https://localhost:" + port, trust)).contains(" sni=localhost");
        assertThat(reason("https://127.0.0.1:" + port, trust))
                .startsWith("The certificate of 127.0.0.1:" + port + " cannot be trusted: it is for another host");
    }

    @Test
    void trustsEveryCertificateIfTheSettingSaysSo() throws Exception {
        TestCertificate expired = TestCertificate.create(directory, "-startdate", "-10d", "-validity", "1");
        int port = listen(tls(expired));

        assertThat(get("https://127.0.0.1:" + port, Map.of(TRUST, "all"))).contains("host=127.0.0.1:" + port);
    }

    private static HttpServerOptions tls(TestCertificate certificate) {
        return new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(certificate.key());
    }

    /** Starts a server that responds with what it received, on {@code 127.0.0.1} by default. */
    private int listen(HttpServerOptions options) {
        String host = options.getHost().equals("0.0.0.0") ? "127.0.0.1" : options.getHost();
        HttpServer server = vertx.createHttpServer(options).requestHandler(request -> request.response()
                .end("uri=" + request.uri() + " host=" + request.getHeader("Host") + " authorization="
                        + request.getHeader("Authorization") + " sni="
                        + Optional.ofNullable(request.connection().indicatedServerName())
                                .orElse("")));
        return await(server.listen(0, host)).actualPort();
    }

    private boolean canListen(String address) {
        return vertx.createNetServer()
                .connectHandler(socket -> {})
                .listen(0, address)
                .compose(server -> server.close())
                .map(true)
                .otherwise(false)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String get(String url) {
        return get(url, Map.of());
    }

    private String get(String url, Map<String, String> settings) {
        return await(request(url, settings));
    }

    private String reason(String url) {
        return reason(url, Map.of());
    }

    private String reason(String url, Map<String, String> settings) {
        return reason(url, request(url, settings));
    }

    private String deniedReason(String url, String... denied) {
        return reason(url, request(url, Map.of(), denied));
    }

    private static String reason(String url, Future<String> response) {
        HttpUrl parsed = HttpUrls.parse(url).orElseThrow();
        return await(
                response.map(text -> "responded: " + text).otherwise(failure -> FailureReason.of(parsed, failure)));
    }

    private Future<String> request(String url, Map<String, String> settings, String... denied) {
        OutboundTargets targets =
                new OutboundTargets(vertx, "darkroom.callback", Optional.empty(), Optional.of(List.of(denied)));
        OutboundClient client = new OutboundClient(vertx, targets, TestTrust.of(settings), TIMEOUT, 10);
        long end = System.nanoTime() + TIMEOUT.toNanos();
        return client.open(this, HttpMethod.GET, HttpUrls.parse(url).orElseThrow(), end)
                .compose(request -> request.send())
                .compose(HttpClientResponse::body)
                .map(Buffer::toString);
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
