package dev.darkroom.wire.client;

import dev.darkroom.wire.server.TestServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Writes requests to a socket directly, including ones that client libraries reject. */
public final class RawRequest {

    private RawRequest() {}

    /** Sends a request of these lines and returns the whole response. */
    public static String send(String... lines) throws IOException {
        try (Socket socket = TestServer.current().connect()) {
            String request = String.join("\r\n", lines) + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Sends a request of one line and returns the head of the response. The connection stays open until then. */
    public static String head(String line) throws IOException {
        try (Socket socket = TestServer.current().connect()) {
            return head(socket, line);
        }
    }

    /** The same on a connection that the caller continues to use. */
    public static String head(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                return head.toString();
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** Sends a create request and returns everything received until the connection ends. */
    public static String create(String key, String body) throws IOException {
        try (Socket socket = TestServer.current().connect()) {
            sendCreate(socket, key, body);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Sends a create request without reading the response. */
    public static void sendCreate(Socket socket, String key, String body) throws IOException {
        String request = "POST /v1/images/generations HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    }
}
