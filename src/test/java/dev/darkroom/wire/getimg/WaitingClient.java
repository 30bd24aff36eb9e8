package dev.darkroom.wire.getimg;

import dev.darkroom.wire.server.TestServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that waits for an image on a plain socket; closing it breaks the connection. */
public final class WaitingClient implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 30_000;

    private final Socket socket;

    private WaitingClient(Socket socket) {
        this.socket = socket;
    }

    public static WaitingClient of(String key, String prompt) throws IOException {
        Socket socket = TestServer.current().connect();
        socket.setSoTimeout(TIMEOUT_MILLIS);
        String body = GetImgClient.body(prompt);
        String request = "POST " + GetImgClient.GENERATIONS + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Authorization: Bearer " + key + "\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return new WaitingClient(socket);
    }

    /** The whole response, from status line to body. */
    public String response() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Resets the connection, so the server notices immediately. */
    @Override
    public void close() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
