package dev.darkroom.wire.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.darkroom.wire.client.RawRequest;
import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.server.WireTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With {@code darkroom.proxy=tunnel}, clients reach other hosts through Darkroom, too. */
@WireTest(settings = {"darkroom.proxy=tunnel", "darkroom.cors=http://localhost:3000"})
class TunnelIT {

    private HttpServer other;
    private String authority;

    @BeforeEach
    void start() throws IOException {
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            byte[] request = exchange.getRequestBody().readAllBytes();
            String seen = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Host") + " " + new String(request, UTF_8) + " "
                    + exchange.getRequestHeaders().containsKey("Proxy-Authorization");
            exchange.sendResponseHeaders(202, seen.length());
            exchange.getResponseBody().write(seen.getBytes(UTF_8));
            exchange.close();
        });
        other.start();
        authority = "127.0.0.1:" + other.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        other.stop(0);
    }

    @Test
    void passesRequestsOn() throws IOException {
        assertThat(RawRequest.send(
                        "POST http://" + authority + "/path?query HTTP/1.1",
                        "Proxy-Authorization: Basic c2VjcmV0",
                        "Content-Length: 4\r\nConnection: close\r\nHost: " + authority + "\r\n\r\nbody"))
                .startsWith("HTTP/1.1 202 ")
                .contains("POST /path?query " + authority + " body false");
    }

    @Test
    void passesBytesOnInTunnel() throws IOException {
        try (Socket socket = TestServer.current().connect()) {
            assertThat(RawRequest.head(socket, "CONNECT " + authority + " HTTP/1.1"))
                    .startsWith("HTTP/1.1 200 ");
            socket.getOutputStream()
                    .write("GET /inside HTTP/1.1\r\nHost: inside\r\nConnection: close\r\n\r\n".getBytes(UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 202 ")
                    .endsWith("GET /inside inside  false");
        }
    }

    @Test
    void reachesOnlyWhatCallbacksReach() throws IOException {
        assertThat(RawRequest.send("CONNECT 203.0.113.7:443 HTTP/1.1"))
                .startsWith("HTTP/1.1 502 ")
                .contains("203.0.113.7", "darkroom.callback.allow");
        assertThat(RawRequest.send("GET http://169.254.169.254/latest HTTP/1.1"))
                .startsWith("HTTP/1.1 502 ");
    }

    @Test
    void namesHostThatCannotBeReached() throws IOException {
        assertThat(RawRequest.send("CONNECT localhost:1 HTTP/1.1"))
                .startsWith("HTTP/1.1 502 ")
                .contains("'localhost:1'");
    }

    @Test
    void onlyListedOriginsMayReadResponses() throws IOException {
        assertThat(RawRequest.send("GET /v1/credits HTTP/1.1", "Origin: http://localhost:3000"))
                .containsIgnoringCase("Access-Control-Allow-Origin: http://localhost:3000")
                .containsIgnoringCase("Vary: Origin");
        assertThat(RawRequest.send("GET /v1/credits HTTP/1.1", "Origin: http://evil.example"))
                .doesNotContainIgnoringCase("Access-Control-Allow-Origin");
    }
}
