package dev.darkroom.bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Fills a server with tasks, and measures the latency of polls. */
public final class Million {

    private static final String BODY =
            "{\"model\": \"gpt-image-2\", \"input\": {\"prompt\": \"A lighthouse at dusk\", \"aspect_ratio\": \"16:9\"}}";
    private static final int BATCH = 100;
    private static final int SAMPLES = 50_000;

    private final String host;
    private final OutputStream out;
    private final DataInputStream in;

    private Million(URI url) throws IOException {
        Socket socket = new Socket(url.getHost(), url.getPort());
        socket.setTcpNoDelay(true);
        host = url.getAuthority();
        out = socket.getOutputStream();
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
    }

    /**
     * {@code fill <url> <keys> <tasks per key>} creates tasks that complete at once, and prints a sample of their keys
     * and ids. {@code poll <url> <keys and ids>} polls them in random order, and prints the median and the p99 latency
     * in milliseconds.
     */
    public static void main(String... args) throws IOException {
        Million connection = new Million(URI.create(args[1]));
        if (args[0].equals("fill")) {
            connection.fill(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        } else {
            connection.poll(args[2].split(" "));
        }
    }

    private void fill(int keys, int tasks) throws IOException {
        List<String> sample = new ArrayList<>();
        for (int key = 0; key < keys; key++) {
            String apiKey = "sk-million-" + key;
            send(
                    "PUT",
                    "/_darkroom/sandbox",
                    apiKey,
                    "{\"pending\": \"1ms\", \"processing\": \"1ms\", \"credits\": 1000000000}");
            byte[] create = request("POST", "/v1/images/generations", apiKey, BODY);
            for (int created = 0; created < tasks; created += BATCH) {
                for (int i = 0; i < BATCH; i++) {
                    out.write(create);
                }
                for (int i = 0; i < BATCH; i++) {
                    String response = readResponse();
                    if (i == 0 && created % (tasks / 100) == 0) {
                        sample.add(apiKey + "/" + response.replaceAll(".*([0-9a-f-]{36}).*", "$1"));
                    }
                }
            }
        }
        System.out.println(String.join(" ", sample));
    }

    private void poll(String[] tasks) throws IOException {
        Random random = new Random(1);
        long[] nanos = new long[SAMPLES];
        for (int round = 0; round < 2; round++) { // the first round is a warm-up
            for (int i = 0; i < SAMPLES; i++) {
                String[] task = tasks[random.nextInt(tasks.length)].split("/");
                byte[] poll = request("GET", "/v1/tasks/" + task[1], task[0], "");
                long start = System.nanoTime();
                out.write(poll);
                readResponse();
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(Locale.ROOT, "%.3f %.3f%n", nanos[SAMPLES / 2] / 1e6, nanos[SAMPLES / 100 * 99] / 1e6);
    }

    private void send(String method, String path, String key, String body) throws IOException {
        out.write(request(method, path, key, body));
        readResponse();
    }

    private byte[] request(String method, String path, String key, String body) {
        String head = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + key
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads the next response, which must be a success, and returns its body. */
    @SuppressWarnings("deprecation") // HTTP header lines are ASCII, so readLine() decodes them correctly
    private String readResponse() throws IOException {
        String status = in.readLine();
        if (status == null || !status.startsWith("HTTP/1.1 200")) {
            throw new IOException("unexpected status: " + status);
        }
        int length = 0;
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        line.substring("content-length:".length()).strip());
            }
        }
        return new String(in.readNBytes(length), StandardCharsets.US_ASCII);
    }
}
