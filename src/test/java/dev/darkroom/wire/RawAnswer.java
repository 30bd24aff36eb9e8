package dev.darkroom.wire;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What came back on a socket, for answers that no client library would understand.
 *
 * @param isReset whether the connection was reset in the end, and not closed
 * @param parts in how many parts it came
 * @param took how long it took until the end
 */
record RawAnswer(String text, boolean isReset, int parts, Duration took) {

    /** That to a create request. */
    static RawAnswer of(Client client, String body) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            String request = String.join(
                    "\r\n",
                    "POST /v1/images/generations HTTP/1.1",
                    "Host: localhost",
                    "Authorization: Bearer " + client.key,
                    "Content-Type: application/json",
                    "Content-Length: " + body.length(),
                    "Connection: close",
                    "",
                    body);
            long sent = System.nanoTime();
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return read(socket.getInputStream(), sent);
        }
    }

    private static RawAnswer read(InputStream in, long sent) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[4096];
        boolean isReset = false;
        int parts = 0;
        try {
            for (int length = in.read(part); length >= 0; length = in.read(part)) {
                all.write(part, 0, length);
                parts++;
            }
        } catch (SocketException reset) {
            isReset = true;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - sent);
        return new RawAnswer(all.toString(StandardCharsets.ISO_8859_1), isReset, parts, took);
    }

    /** What is behind the headers. */
    String body() {
        return text.substring(text.indexOf("\r\n\r\n") + 4);
    }
}
