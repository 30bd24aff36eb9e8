package dev.darkroom.bench;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Sends single requests, each on its own connection, to a server that may still be starting. */
final class BlockingClient {

    private static final int TIMEOUT_MILLIS = 10_000;
    private static final long MAX_WAIT_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final int port;
    private final String key;

    BlockingClient(int port, String key) {
        this.port = port;
        this.key = key;
    }

    /** Repeats a GET request every millisecond until its response is a success. */
    void awaitSuccess(String path, Process server) throws IOException {
        long end = System.nanoTime() + MAX_WAIT_NANOS;
        while (!isSuccess(path)) {
            if (!server.isAlive() || System.nanoTime() > end) {
                throw new IOException("no success from port " + port + path + "; see the server's log");
            }
            LockSupport.parkNanos(INTERVAL_NANOS);
        }
    }

    private boolean isSuccess(String path) {
        try {
            return exchange(path, "").startsWith("HTTP/1.1 200");
        } catch (IOException e) {
            return false; // the server does not listen yet
        }
    }

    /** Sends a GET request, or a POST request with a body of ASCII JSON, and returns the whole response. */
    String exchange(String path, String body) throws IOException {
        String head = (body.isEmpty() ? "GET " : "POST ") + path + " HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nAuthorization: Bearer " + key + "\r\nConnection: close\r\n";
        String entity = body.isEmpty()
                ? "\r\n"
                : "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write((head + entity).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
