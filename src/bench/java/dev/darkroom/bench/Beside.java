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
 * Tells how long polls take of eight clients that poll again and again, and how long beside four others that want 4k pictures which nobody has drawn
 * yet; in turns, so that the machine is the same for both.
 */
public final class Beside {

    private static final int POLLERS = 8;
    private static final int ROUNDS = 7;
    private static final int CLIENTS = 4;
    private static final long ROUND_NANOS = 4_000_000_000L;
    private static final String KEY = "Bearer sk-beside";
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final Pattern PICTURE = Pattern.compile("http[^\"]*png");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger pictures = new AtomicInteger();
    private final URI server;
    private final Duration between;
    private volatile boolean isDrawing;

    private Beside(URI server, int perSecond) {
        this.server = server;
        this.between = Duration.ofSeconds(1).multipliedBy(CLIENTS).dividedBy(perSecond);
    }

    /** {@code <url> <pictures a second>}; prints for each round both p99 in milliseconds, their ratio, and pictures a second. */
    public static void main(String... args) throws Exception {
        new Beside(URI.create(args[0]), Integer.parseInt(args[1])).run();
    }

    private void run() throws Exception {
        String task = create("16:9", "1k");
        for (int i = 0; i < CLIENTS; i++) {
            threads.execute(this::wantPictures);
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
            int before = pictures.get();
            long start = System.nanoTime();
            double beside = poll(task);
            double seconds = (System.nanoTime() - start) / 1e9;
            ratios[round] = beside / alone;
            System.out.printf(
                    Locale.ROOT,
                    "p99 of polls alone %.2f ms, beside pictures %.2f ms, %.2f times as long; %.0f pictures a second%n",
                    alone,
                    beside,
                    ratios[round],
                    (pictures.get() - before) / seconds);
        }
        Arrays.sort(ratios);
        System.out.printf(Locale.ROOT, "median of the ratios %.2f (at most 2)%n", ratios[ROUNDS / 2]);
    }

    /** The p99 of all polls in milliseconds. */
    private double poll(String task) throws Exception {
        List<Callable<long[]>> pollers = Collections.nCopies(POLLERS, () -> pollAgainAndAgain(task));
        long[] nanos = new long[0];
        for (Future<long[]> poller : threads.invokeAll(pollers)) {
            nanos = LongStream.concat(LongStream.of(nanos), LongStream.of(poller.get()))
                    .toArray();
        }
        Arrays.sort(nanos);
        return nanos[nanos.length / 100 * 99] / 1e6;
    }

    private long[] pollAgainAndAgain(String task) throws IOException {
        byte[] request = ("GET /v1/tasks/" + task + " HTTP/1.1\r\nHost: " + server.getAuthority()
                        + "\r\nAuthorization: " + KEY + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] answer = new byte[1 << 16];
        LongStream.Builder nanos = LongStream.builder();
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setTcpNoDelay(true);
            long end = System.nanoTime() + ROUND_NANOS;
            for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
                socket.getOutputStream().write(request);
                for (int received = 0; Answer.length(answer, 0, received) == 0; ) {
                    received += socket.getInputStream().read(answer, received, answer.length - received);
                }
                nanos.add(System.nanoTime() - start);
            }
        }
        return nanos.build().toArray();
    }

    private void wantPictures() {
        try {
            long due = System.nanoTime();
            while (true) {
                if (!isDrawing || System.nanoTime() < due) {
                    LockSupport.parkNanos(100_000);
                    continue;
                }
                due = Math.max(due, System.nanoTime() - between.toNanos()) + between.toNanos();
                String done = send(request("/v1/tasks/" + create("16:9", "4k")));
                http.send(
                        HttpRequest.newBuilder(URI.create(find(PICTURE, done))).build(), BodyHandlers.discarding());
                pictures.incrementAndGet();
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String create(String ratio, String resolution) throws IOException, InterruptedException {
        String body = "{\"model\": \"gpt-image-2\", \"input\": {\"prompt\": \"A lighthouse [[progression: instant]] "
                + pictures + "\", \"aspect_ratio\": \"" + ratio + "\", \"resolution\": \"" + resolution + "\"}}";
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
            throw new IllegalStateException("not what was expected: " + text);
        }
        return match.group();
    }
}
