package dev.darkroom.wire.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.RawRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Darkroom passes on a limited number of requests to other hosts at a time. */
@ChangedNetworkSettings
@Timeout(120)
class TunnelLimitIT {

    private static final int MAX_OPEN = 200;

    private final List<Socket> open = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Test
    void refusesOneMoreUntilAnotherEnds() throws IOException {
        try (ServerSocket host = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < MAX_OPEN; i++) {
                assertThat(connect(host)).as("tunnel %d", i).startsWith("HTTP/1.1 200 ");
                open.add(host.accept());
            }

            String authority = "127.0.0.1:" + host.getLocalPort();
            assertThat(RawRequest.send("CONNECT " + authority + " HTTP/1.1"))
                    .startsWith("HTTP/1.1 503 ")
                    .contains("Darkroom passes on " + MAX_OPEN + " requests to a proxy at a time.");
            assertThat(RawRequest.send("GET http://" + authority + "/ HTTP/1.1"))
                    .startsWith("HTTP/1.1 503 ");
            // Tunnels that end in Darkroom do not count.
            assertThat(RawRequest.head("CONNECT api.aivideoapi.ai:443 HTTP/1.1"))
                    .startsWith("HTTP/1.1 200 ");

            open.get(0).close();
            while (!connect(host).startsWith("HTTP/1.1 200 ")) {
                Thread.onSpinWait();
            }
        }
    }

    private String connect(ServerSocket host) throws IOException {
        Socket socket = TestServer.current().connect();
        open.add(socket);
        return RawRequest.head(socket, "CONNECT 127.0.0.1:" + host.getLocalPort() + " HTTP/1.1");
    }
}
