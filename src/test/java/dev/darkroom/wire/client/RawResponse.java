package dev.darkroom.wire.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The bytes received for a request, read from the socket without an HTTP library.
 *
 * @param text everything received, decoded as ISO-8859-1
 * @param reads the number of reads that returned data
 * @param wasReset whether the connection ended with a TCP RST instead of a normal close
 * @param duration the time from sending the request to the end of the connection
 */
public record RawResponse(String text, int reads, boolean wasReset, Duration duration) {

    private static final int TIMEOUT_MILLIS = 60_000;

    /** Sends a create request and reads its response. */
    public static RawResponse toCreate(AiVideoApiClient client, String prompt) throws IOException {
        String body = "{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"" + prompt + "\"}}";
        return send(
                client,
                "POST /v1/images/generations HTTP/1.1",
                "Content-Type: application/json\r\nContent-Length: " + body.length(),
                body);
    }

    public static RawResponse toGet(AiVideoApiClient client, String path) throws IOException {
        return send(client, "GET " + path + " HTTP/1.1", "Accept: */*", "");
    }

    private static RawResponse send(AiVideoApiClient client, String requestLine, String header, String body)
            throws IOException {
        String request = requestLine + "\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer " + client.key
                + "\r\n" + header + "\r\n\r\n" + body;
        try (Socket socket = client.server.connect()) {
            return to(request, socket);
        }
    }

    /** Sends the request text unchanged and reads until the connection ends. */
    public static RawResponse to(String request, Socket socket) throws IOException {
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return read(socket.getInputStream(), System.nanoTime());
    }

    private static RawResponse read(InputStream in, long start) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        int reads = 0;
        try {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                received.write(buffer, 0, length);
                reads++;
            }
            return new RawResponse(received.toString(StandardCharsets.ISO_8859_1), reads, false, elapsedSince(start));
        } catch (SocketException reset) {
            return new RawResponse(received.toString(StandardCharsets.ISO_8859_1), reads, true, elapsedSince(start));
        }
    }

    private static Duration elapsedSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    public String head() {
        return text.substring(0, Math.max(0, text.indexOf("\r\n\r\n")));
    }

    public String body() {
        return text.substring(text.indexOf("\r\n\r\n") + 4);
    }

    /** The value of the {@code Content-Length} header. */
    public int contentLength() {
        return Integer.parseInt(header("Content-Length"));
    }

    public String header(String name) {
        return head().lines()
                .filter(field -> field.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(field -> field.substring(name.length() + 1).strip())
                .findFirst()
                .orElseThrow();
    }
}
