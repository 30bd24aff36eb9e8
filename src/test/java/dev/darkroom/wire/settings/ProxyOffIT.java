package dev.darkroom.wire.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.client.RawRequest;
import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.server.WireTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@code darkroom.proxy=off}, Darkroom is no proxy. */
@WireTest(settings = "darkroom.proxy=off")
class ProxyOffIT {

    private static final String REFUSAL = "Darkroom is not a proxy, because darkroom.proxy is off";

    @ParameterizedTest
    @ValueSource(strings = {"api.aivideoapi.ai:443", "reapi.ai:80", "example.com:443", "localhost:22"})
    void refusesTunnels(String target) throws IOException {
        assertThat(RawRequest.send("CONNECT " + target + " HTTP/1.1"))
                .startsWith("HTTP/1.1 403 ")
                .contains(REFUSAL, "'" + target + "'");
    }

    @Test
    void refusesTunnelToItself() throws IOException {
        assertThat(RawRequest.send("CONNECT localhost:" + TestServer.port() + " HTTP/1.1"))
                .startsWith("HTTP/1.1 403 ")
                .contains(REFUSAL);
    }

    @Test
    void doesNotConnectToOtherHosts() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String authority = "127.0.0.1:" + other.getLocalPort();
            assertThat(RawRequest.send("GET http://" + authority + "/v1/credits HTTP/1.1"))
                    .startsWith("HTTP/1.1 403 ")
                    .contains(REFUSAL, "'" + authority + "'");
            assertThat(RawRequest.send("CONNECT " + authority + " HTTP/1.1")).startsWith("HTTP/1.1 403 ");

            // A connection would be in the queue by now.
            other.setSoTimeout(1);
            assertThat(accepts(other)).isFalse();
        }
    }

    /** The target may name this server in absolute form (RFC 9112, section 3.2.2). */
    @Test
    void answersRequestsToItself() throws IOException {
        AiVideoApiClient client = new AiVideoApiClient();
        String authorization = "Authorization: Bearer " + client.key;

        assertThat(RawRequest.send("GET http://localhost:" + TestServer.port() + "/v1/credits HTTP/1.1", authorization))
                .startsWith("HTTP/1.1 200 ");
        assertThat(RawRequest.send("GET /v1/credits HTTP/1.1", authorization)).startsWith("HTTP/1.1 200 ");
    }

    private static boolean accepts(ServerSocket socket) throws IOException {
        try {
            socket.accept().close();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}
