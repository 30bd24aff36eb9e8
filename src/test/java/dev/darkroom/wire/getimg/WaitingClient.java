package dev.darkroom.wire.getimg;

import dev.darkroom.wire.target.TestServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that has asked for a picture and waits, with no HTTP library between; it goes away when it is closed. */
final class WaitingClient implements AutoCloseable {

    private static final int PATIENCE = 30_000;

    private final Socket socket;

    private WaitingClient(Socket socket) {
        this.socket = socket;
    }

    static WaitingClient of(String key, String prompt) throws IOException {
        Socket socket = TestServer.current().connect();
        socket.setSoTimeout(PATIENCE);
        String body = GetImgClient.body(prompt);
        String request = "POST " + GetImgClient.GENERATIONS + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Authorization: Bearer " + key + "\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return new WaitingClient(socket);
    }

    /** All that comes. */
    String answer() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** So that the other end hears of it at once. */
    @Override
    public void close() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
