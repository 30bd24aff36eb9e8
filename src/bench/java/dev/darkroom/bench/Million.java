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

/** Fills a server with tasks and, in between, tells how long a poll takes. */
public final class Million {

    private static final String BODY =
            "{\"model\": \"gpt-image-2\", \"input\": {\"prompt\": \"A lighthouse at dusk\", \"aspect_ratio\": \"16:9\"}}";
    private static final int AT_ONCE = 100;
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
     * {@code fill <url> <keys> <tasks a key>} creates tasks that complete at once, and prints their keys and ids, a few of
     * each; {@code poll <url> <keys and ids>} asks for them at random, and prints the milliseconds that half of the polls
     * take at most, and 99 in a hundred.
     */
    public static void main(String... args) throws IOException {
        Million client = new Million(URI.create(args[1]));
        if (args[0].equals("fill")) {
            client.fill(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        } else {
            client.poll(args[2].split(" "));
        }
    }

    private void fill(int keys, int tasks) throws IOException {
        List<String> sample = new ArrayList<>();
        for (int key = 0; key < keys; key++) {
            String name = "sk-million-" + key;
            ask(
                    "PUT",
                    "/_darkroom/sandbox",
                    name,
                    "{\"pending\": \"1ms\", \"processing\": \"1ms\", \"credits\": 1000000000}");
            byte[] create = request("POST", "/v1/images/generations", name, BODY);
            for (int done = 0; done < tasks; done += AT_ONCE) {
                for (int i = 0; i < AT_ONCE; i++) {
                    out.write(create);
                }
                for (int i = 0; i < AT_ONCE; i++) {
                    String answer = answer();
                    if (i == 0 && done % (tasks / 100) == 0) {
                        sample.add(name + "/" + answer.replaceAll(".*([0-9a-f-]{36}).*", "$1"));
                    }
                }
            }
        }
        System.out.println(String.join(" ", sample));
    }

    private void poll(String[] tasks) throws IOException {
        Random random = new Random(1);
        long[] nanos = new long[SAMPLES];
        for (int round = 0; round < 2; round++) { // the first is for warming up
            for (int i = 0; i < SAMPLES; i++) {
                String[] task = tasks[random.nextInt(tasks.length)].split("/");
                byte[] poll = request("GET", "/v1/tasks/" + task[1], task[0], "");
                long start = System.nanoTime();
                out.write(poll);
                answer();
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(Locale.ROOT, "%.3f %.3f%n", nanos[SAMPLES / 2] / 1e6, nanos[SAMPLES / 100 * 99] / 1e6);
    }

    private void ask(String method, String path, String key, String body) throws IOException {
        out.write(request(method, path, key, body));
        answer();
    }

    private byte[] request(String method, String path, String key, String body) {
        String head = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + key
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.US_ASCII);
    }

    /** The body of the next answer, which must be a success. */
    @SuppressWarnings("deprecation") // its lines are the ones of HTTP
    private String answer() throws IOException {
        String status = in.readLine();
        if (status == null || !status.startsWith("HTTP/1.1 200")) {
            throw new IOException("not a success: " + status);
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
