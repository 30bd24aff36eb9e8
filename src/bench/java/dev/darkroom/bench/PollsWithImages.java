package dev.darkroom.bench;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Measures the latency of polls from eight clients, alone and while four others request uncached 4k images. The two
 * measurements alternate, so that changes in the machine's load affect both.
 */
public final class PollsWithImages {

    private static final int POLLERS = 8;
    private static final int ROUNDS = 7;
    private static final int IMAGE_CLIENTS = 4;
    private static final long ROUND_NANOS = 4_000_000_000L;
    private static final String KEY = "Bearer sk-beside";
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final Pattern IMAGE_URL = Pattern.compile("http[^\"]*png");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger images = new AtomicInteger();
    private final URI server;
    private final Duration interval;
    private volatile boolean isDrawing;

    private PollsWithImages(URI server, int perSecond) {
        this.server = server;
        this.interval = Duration.ofSeconds(1).multipliedBy(IMAGE_CLIENTS).dividedBy(perSecond);
    }

    /** {@code <url> <images per second>}; prints per round both p99 in ms, their ratio and images per second. */
    public static void main(String... args) throws Exception {
        new PollsWithImages(URI.create(args[0]), Integer.parseInt(args[1])).run();
    }

    private void run() throws Exception {
        String task = create("16:9", "1k");
        for (int i = 0; i < IMAGE_CLIENTS; i++) {
            threads.execute(this::requestImages);
        }
        isDrawing = true;
        poll(task);
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            isDrawing = false;
            Thread.sleep(500);
            double alone = poll(task);
            isDrawing = true;
            Thread.sleep(500);
            int imagesBefore = images.get();
            long start = System.nanoTime();
            double withImages = poll(task);
            double seconds = (System.nanoTime() - start) / 1e9;
            ratios[round] = withImages / alone;
            System.out.printf(
                    Locale.ROOT,
                    "p99 of polls alone %.2f ms, with images %.2f ms, ratio %.2f; %.0f images per second%n",
                    alone,
                    withImages,
                    ratios[round],
                    (images.get() - imagesBefore) / seconds);
        }
        Arrays.sort(ratios);
        System.out.printf(Locale.ROOT, "median ratio %.2f (limit 2)%n", ratios[ROUNDS / 2]);
    }

    /** Polls from all pollers and returns the p99 in milliseconds. */
    private double poll(String task) throws Exception {
        List<Callable<long[]>> pollers = Collections.nCopies(POLLERS, () -> pollRepeatedly(task));
        long[] nanos = new long[0];
        for (Future<long[]> poller : threads.invokeAll(pollers)) {
            nanos = LongStream.concat(LongStream.of(nanos), LongStream.of(poller.get()))
                    .toArray();
        }
        Arrays.sort(nanos);
        return nanos[nanos.length / 100 * 99] / 1e6;
    }

    private long[] pollRepeatedly(String task) throws IOException {
        byte[] request = ("GET /v1/tasks/" + task + " HTTP/1.1\r\nHost: " + server.getAuthority()
                        + "\r\nAuthorization: " + KEY + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] response = new byte[1 << 16];
        LongStream.Builder nanos = LongStream.builder();
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setTcpNoDelay(true);
            long end = System.nanoTime() + ROUND_NANOS;
            for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
                socket.getOutputStream().write(request);
                for (int received = 0; ResponseParser.length(response, 0, received) == 0; ) {
                    received += socket.getInputStream().read(response, received, response.length - received);
                }
                nanos.add(System.nanoTime() - start);
            }
        }
        return nanos.build().toArray();
    }

    private void requestImages() {
        try {
            long due = System.nanoTime();
            while (true) {
                if (!isDrawing || System.nanoTime() < due) {
                    LockSupport.parkNanos(100_000);
                    continue;
                }
                due = Math.max(due, System.nanoTime() - interval.toNanos()) + interval.toNanos();
                String completed = send(request("/v1/tasks/" + create("16:9", "4k")));
                http.send(
                        HttpRequest.newBuilder(URI.create(find(IMAGE_URL, completed)))
                                .build(),
                        BodyHandlers.discarding());
                images.incrementAndGet();
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String create(String ratio, String resolution) throws IOException, InterruptedException {
        String body = "{\"model\": \"gpt-image-2\", \"input\": {\"prompt\": \"A lighthouse [[progression: instant]] "
                + images + "\", \"aspect_ratio\": \"" + ratio + "\", \"resolution\": \"" + resolution + "\"}}";
        return find(
                ID,
                send(request("/v1/images/generations")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString()).body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", KEY);
    }

    private static String find(Pattern pattern, String text) {
        Matcher match = pattern.matcher(text);
        if (!match.find()) {
            throw new IllegalStateException("unexpected response: " + text);
        }
        return match.group();
    }
}
