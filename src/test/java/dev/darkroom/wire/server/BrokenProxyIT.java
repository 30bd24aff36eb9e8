package dev.darkroom.wire.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients and hosts that disconnect early while Darkroom is a proxy between them. */
@ChangedNetworkSettings
@Timeout(60)
class BrokenProxyIT {

    private static final int TIMEOUT_MILLIS = 10_000;

    private ServerSocket host;
    private String authority;

    @BeforeEach
    void listen() throws IOException {
        host = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        host.setSoTimeout(TIMEOUT_MILLIS);
        authority = "127.0.0.1:" + host.getLocalPort();
    }

    @AfterEach
    void close() throws IOException {
        host.close();
    }

    @Test
    void closesRequestWhoseClientHasLeft() throws IOException {
        Socket client = TestServer.current().connect();
        write(client, "GET http://" + authority + "/ HTTP/1.1\r\nHost: x\r\n\r\n");
        try (Socket accepted = accept()) {
            assertThat((char) accepted.getInputStream().read()).isEqualTo('G');
            client.close();
            awaitEnd(accepted);
        }
    }

    @Test
    void closesEndlessResponseWhoseClientHasLeft() throws IOException {
        Socket client = TestServer.current().connect();
        write(client, "GET http://" + authority + "/ HTTP/1.1\r\nHost: x\r\n\r\n");
        try (Socket accepted = accept()) {
            write(accepted, "HTTP/1.1 200 OK\r\n\r\nbegin");
            assertThat((char) client.getInputStream().read()).isEqualTo('H');
            client.close();
            assertThat(isWriteRefused(accepted)).isTrue();
        }
    }

    /** The client may leave before or after the connection to the host is open. */
    @Test
    void closesTunnelWhoseClientHasLeft() throws IOException {
        for (int i = 0; i < 50; i++) {
            try (Socket client = TestServer.current().connect()) {
                write(client, "CONNECT " + authority + " HTTP/1.1\r\nHost: x\r\n\r\n");
            }
            try (Socket accepted = accept()) {
                awaitEnd(accepted);
            }
        }
    }

    @Test
    void brokenResponseIsNotComplete() throws IOException {
        assertThat(responseTo("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n5\r\nde"))
                .contains("3\r\nabc\r\n")
                .doesNotContain("\r\n0\r\n");
    }

    @Test
    void passesOnBodyWhoseLengthIsForConnectionOnly() throws IOException {
        assertThat(responseTo("HTTP/1.1 200 OK\r\nConnection: close, content-length\r\nContent-Length: 2\r\n\r\nok"))
                .contains("\r\n2\r\nok\r\n0\r\n\r\n");
    }

    private String responseTo(String response) throws IOException {
        try (Socket client = TestServer.current().connect()) {
            write(client, "GET http://" + authority + "/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            try (Socket accepted = accept()) {
                readHead(accepted);
                write(accepted, response);
            }
            return new String(client.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    private static void readHead(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) socket.getInputStream().read());
        }
    }

    private Socket accept() throws IOException {
        Socket accepted = host.accept();
        accepted.setSoTimeout(TIMEOUT_MILLIS);
        return accepted;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    /** Fails if the connection stays open. */
    private static void awaitEnd(Socket socket) throws IOException {
        try {
            socket.getInputStream().readAllBytes();
        } catch (SocketException reset) {
            // A reset ends the connection, too.
        }
    }

    private static boolean isWriteRefused(Socket socket) {
        long end = System.nanoTime() + TIMEOUT_MILLIS * 1_000_000L;
        try {
            while (System.nanoTime() < end) {
                socket.getOutputStream().write(new byte[1 << 16]);
            }
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
