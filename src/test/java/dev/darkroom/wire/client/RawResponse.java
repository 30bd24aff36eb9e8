package dev.darkroom.wire.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What really comes over the wire for a request, with no HTTP library between.
 *
 * @param text all that came
 * @param reads in how many pieces
 * @param wasReset whether the connection ended with a TCP RST; otherwise it was closed in an orderly way
 * @param took how long it took until the end
 */
public record RawResponse(String text, int reads, boolean wasReset, Duration took) {

    private static final int PATIENCE = 20_000;

    /** Asks for a task. */
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

    private static RawResponse send(AiVideoApiClient client, String line, String header, String body)
            throws IOException {
        try (Socket socket = client.server.connect()) {
            socket.setSoTimeout(PATIENCE);
            String request = line + "\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer " + client.key
                    + "\r\n" + header + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return read(socket.getInputStream(), System.nanoTime());
        }
    }

    private static RawResponse read(InputStream in, long sent) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] piece = new byte[1 << 16];
        int reads = 0;
        try {
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                all.write(piece, 0, length);
                reads++;
            }
            return new RawResponse(all.toString(StandardCharsets.ISO_8859_1), reads, false, since(sent));
        } catch (SocketException reset) {
            return new RawResponse(all.toString(StandardCharsets.ISO_8859_1), reads, true, since(sent));
        }
    }

    private static Duration since(long sent) {
        return Duration.ofNanos(System.nanoTime() - sent);
    }

    public String head() {
        return text.substring(0, Math.max(0, text.indexOf("\r\n\r\n")));
    }

    public String body() {
        return text.substring(text.indexOf("\r\n\r\n") + 4);
    }

    public int announced() {
        return Integer.parseInt(header("Content-Length"));
    }

    public String header(String name) {
        return head().lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElseThrow();
    }
}
