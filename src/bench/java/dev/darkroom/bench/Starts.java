package dev.darkroom.bench;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Starts servers in turns, and measures how long they take to respond. Prints lines of "round server measure
 * milliseconds". Round 0 is the first start, which creates the certificate authority.
 */
public final class Starts {

    private static final int STOP_SECONDS = 20;

    private final String key;
    private final String body;
    private volatile Process running;

    private Starts(String key, String body) {
        this.key = key;
        this.body = body;
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /**
     * @param args rounds after the first, key, body of a create request, and for each server {@code --}, name, port,
     *     path of the vendor's API, path of the health check, and command
     */
    public static void main(String... args) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(args[0]);
        Starts starts = new Starts(args[1], args[2]);
        List<List<String>> servers = servers(args);
        for (int round = 0; round <= rounds; round++) {
            for (int i = 0; i < servers.size(); i++) {
                starts.measure(round, servers.get((round + i) % servers.size()));
            }
        }
    }

    private static List<List<String>> servers(String... args) {
        List<List<String>> servers = new ArrayList<>();
        for (int i = 3; i < args.length; i++) {
            if (args[i].equals("--")) {
                servers.add(new ArrayList<>());
            } else {
                servers.get(servers.size() - 1).add(args[i]);
            }
        }
        return servers;
    }

    private void measure(int round, List<String> server) throws IOException, InterruptedException {
        String name = server.get(0);
        BlockingClient client = new BlockingClient(Integer.parseInt(server.get(1)), key);
        ProcessBuilder builder = new ProcessBuilder(server.subList(4, server.size()))
                .redirectErrorStream(true)
                .redirectOutput(new File(name + ".log"));
        long start = System.nanoTime();
        running = builder.start();
        client.awaitSuccess(server.get(2), running);
        print(round, name, "ready", start);
        long beforeCreate = System.nanoTime();
        String response = client.exchange("/v1/images/generations", body);
        print(round, name, "first_create", beforeCreate);
        if (!response.contains("{\"code\":200,\"msg\":\"success\",\"data\":{\"taskId\":\"")) {
            throw new IOException(name + " responded: " + response);
        }
        client.awaitSuccess(server.get(3), running);
        print(round, name, "healthy", start);
        running.destroy();
        if (!running.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException(name + " is still running " + STOP_SECONDS + " seconds after SIGTERM");
        }
    }

    private static void print(int round, String server, String measure, long start) {
        double millis = (System.nanoTime() - start) / 1e6;
        System.out.printf(Locale.ROOT, "%d\t%s\t%s\t%.2f%n", round, server, measure, millis);
    }

    private void kill() {
        if (running != null) {
            running.destroyForcibly();
        }
    }
}
