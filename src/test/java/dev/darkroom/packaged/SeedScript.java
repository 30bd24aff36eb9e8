package dev.darkroom.packaged;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.darkroom.wire.client.RawResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends the same requests to every vendor of a server, and records everything that the server sends. */
final class SeedScript implements AutoCloseable {

    private static final int MAX_BODY = 1 << 20;

    private static final List<String> REQUEST_FAULTS = List.of(
            "{\"latency\":\"1ms\"}",
            "{\"outage\":\"1h\"}",
            "{\"empty\":true}",
            "{\"truncate\":true}",
            "{\"malformed\":true}",
            "{\"drip\":\"20ms\"}",
            "{\"gateway\":502}",
            "{\"garbage\":true}",
            "{\"broken_chunk\":true}",
            "{\"error\":\"rate_limit_exceeded\"}");

    private static final List<String> FILE_FAULTS =
            List.of("{\"expired\":true}", "{\"missing\":true}", "{\"corrupt\":true}", "{\"wrong_type\":true}");

    private static final List<String> REFUSALS = List.of(
            "{\"allowed_ips\":[\"10.0.0.1\"]}",
            "{\"allowed_ips\":[],\"rate_limit\":{\"requests\":1,\"window\":\"10s\"}}",
            "{\"rate_limit\":null,\"spend_limits\":{\"hourly\":0.01,\"daily\":0.01,\"total\":0.01}}",
            "{\"spend_limits\":null,\"credits\":0}",
            "{\"credits\":100,\"key_status\":\"disabled\"}");

    private static final Pattern IMAGE_URL = Pattern.compile("http://localhost:8080(/[^\"\\\\\\s]+)");
    private static final Pattern ID = Pattern.compile("\"(?:id|taskId|task_id)\":\"([^\"]{20,})\"");

    /** All servers under comparison get the same callback URL. */
    private final HttpServer receiver =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    private final List<String> observed = new ArrayList<>();
    private final List<String> callbacks = new CopyOnWriteArrayList<>();
    private int port;

    /**
     * @param path the path of the create operation
     * @param create the body of a create request, with {@code %s} for the prompt and the callback URL
     */
    private record Vendor(String prefix, String key, String path, String create, String task, String balance) {}

    private static final List<Vendor> VENDORS = List.of(
            new Vendor(
                    "/aivideoapi",
                    "sk-script",
                    "/v1/images/generations",
                    "{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"%s\"},\"callback_url\":\"%s\"}",
                    "/v1/tasks/",
                    "/v1/credits"),
            new Vendor(
                    "/reapi",
                    "rk_live_script",
                    "/api/v1/images/generations",
                    "{\"model\":\"gpt-image-2\",\"prompt\":\"%s\",\"callback_url\":\"%s\"}",
                    "/api/v1/tasks/",
                    "/api/v1/balance"),
            new Vendor(
                    "/aigenerate",
                    "sk-aig-script",
                    "/api/v1/jobs/createTask",
                    "{\"model\":\"openai-gpt-image-1-5-text-to-image-medium\",\"input\":{\"prompt\":\"%s\"},"
                            + "\"callBackUrl\":\"%s\"}",
                    "/api/v1/jobs/recordInfo?taskId=",
                    "/api/v1/chat/credit"),
            new Vendor(
                    "/getimg",
                    "sk_script",
                    "/v2/images/generations",
                    "{\"model\":\"gpt-image-2\",\"prompt\":\"%s\",\"callback_url\":\"%s\"}",
                    "/v2/generations/",
                    "/v2/billing/balance"));

    SeedScript() throws IOException {
        receiver.createContext("/", this::receive);
        receiver.start();
    }

    /**
     * Runs the script.
     *
     * @param serverPort the port of a new server
     * @return the responses in order, then the callbacks, sorted
     */
    List<String> run(int serverPort) {
        port = serverPort;
        observed.clear();
        callbacks.clear();
        for (Vendor vendor : VENDORS) {
            control(vendor, "POST", "/clock", "{\"freeze\":true}");
            control(vendor, "POST", "/clock", "{\"set\":\"2040-01-01T00:00:00Z\"}");
            control(vendor, "PUT", "/sandbox", "{\"progression\":\"instant\"}");
            requestErrors(vendor);
            tasks(vendor);
            faults(vendor);
            REFUSALS.forEach(change -> {
                control(vendor, "PUT", "/sandbox", change);
                create(vendor, "refused or not");
                create(vendor, "refused");
            });
        }
        callbacks.stream().sorted().forEach(observed::add);
        return List.copyOf(observed);
    }

    private void requestErrors(Vendor vendor) {
        send("POST", vendor.prefix + vendor.path, "", "{}");
        send("POST", vendor.prefix + vendor.path, "Authorization: Basic x\r\n", "{}");
        send("POST", vendor.prefix + vendor.path, "Authorization: Bearer unknown\r\n", "{}");
        send("GET", vendor.prefix + vendor.task + "unknown", authorization(vendor), "");
        send("GET", vendor.prefix + "/nowhere", authorization(vendor), "");
        send("GET", vendor.prefix + "/nowhere", "", "");
        send("PATCH", vendor.prefix + vendor.path, authorization(vendor), "{}");
        send("POST", vendor.prefix + vendor.path, authorization(vendor) + "Content-Type: text/csv\r\n", "a,b");
        post(vendor, "{\"model\":\"gpt-image-2\"}");
        post(vendor, "{\"model\":\"other\",\"input\":{\"prompt\":\"p\"},\"prompt\":\"p\"}");
        post(vendor, "{\"model\":\"gpt-image-2\",\"prompt\":7,\"input\":{\"prompt\":7}}");
        post(vendor, "{\"modes\":1,\"promp\":1,\"urls\":1,\"resolutio\":1,\"image_ur\":1,\"input\":{\"image_ur\":1}}");
        post(vendor, "not JSON");
    }

    private void tasks(Vendor vendor) {
        for (String trigger : List.of("", "[[fail]]", "[[fail: upstream_error]]", "[[reject: internal_error]]")) {
            created(create(vendor, "A lighthouse <b>" + trigger)).ifPresent(id -> poll(vendor, id));
        }
        send("GET", vendor.prefix + vendor.balance, authorization(vendor), "");
    }

    private void faults(Vendor vendor) {
        rules(
                vendor,
                "{\"name\":\"half\",\"when\":{\"operation\":\"credits\",\"probability\":0.5},\"then\":"
                        + "{\"error\":\"internal_error\"}}");
        for (int i = 0; i < 10; i++) {
            send("GET", vendor.prefix + vendor.balance, authorization(vendor), "");
        }
        REQUEST_FAULTS.forEach(fault -> {
            rules(vendor, "{\"name\":\"all\",\"when\":{\"operation\":\"credits\"},\"then\":" + fault + "}");
            send("GET", vendor.prefix + vendor.balance, authorization(vendor), "");
        });
        FILE_FAULTS.forEach(fault -> {
            rules(vendor, "{\"name\":\"all\",\"when\":{\"operation\":\"file\"},\"then\":" + fault + "}");
            created(create(vendor, "a file")).ifPresent(id -> poll(vendor, id));
        });
        control(vendor, "DELETE", "/faults", "");
    }

    private void rules(Vendor vendor, String rule) {
        control(vendor, "POST", "/faults", "{\"rules\":[" + rule + "]}");
    }

    /** Creates a task. The advance of the clock returns when the callback of the task has arrived. */
    private String create(Vendor vendor, String prompt) {
        String callback = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
        String response = post(vendor, vendor.create.formatted(prompt, callback));
        control(vendor, "POST", "/clock", "{\"advance\":\"1ms\"}");
        download(response);
        return response;
    }

    private String post(Vendor vendor, String body) {
        return send(
                "POST",
                vendor.prefix + vendor.path,
                authorization(vendor) + "Content-Type: application/json\r\n",
                body);
    }

    private void poll(Vendor vendor, String id) {
        download(send("GET", vendor.prefix + vendor.task + id, authorization(vendor), ""));
    }

    /** Requests the image that a response names, if any: the whole, its head, and a range. */
    private void download(String response) {
        Matcher url = IMAGE_URL.matcher(response);
        if (url.find()) {
            send("GET", url.group(1), "", "");
            send("HEAD", url.group(1), "", "");
            send("GET", url.group(1), "Range: bytes=0-99\r\n", "");
            send("GET", url.group(1), "Range: bytes=" + MAX_BODY * 100 + "-\r\n", "");
        }
    }

    private void control(Vendor vendor, String method, String path, String body) {
        String response = exchange(method, "/_darkroom" + path, authorization(vendor), body);
        if (!response.startsWith("HTTP/1.1 200 ")) {
            throw new AssertionError(method + " " + path + " " + body + "\n" + response);
        }
    }

    private String send(String method, String path, String headers, String body) {
        String response = exchange(method, path, headers, body);
        observed.add(method + " " + path + "\n" + response);
        return response;
    }

    private String exchange(String method, String path, String headers, String body) {
        String request = method + " " + path + " HTTP/1.1\r\nHost: localhost:8080\r\nConnection: close\r\n" + headers
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return RawResponse.to(request, socket).text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void receive(HttpExchange callback) throws IOException {
        String body = new String(callback.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        callback.getRequestHeaders().forEach((name, values) -> lines.add(name + ": " + values));
        lines.sort(null);
        callbacks.add("callback\n" + String.join("\n", lines) + "\n\n" + body);
        callback.sendResponseHeaders(200, -1);
        callback.close();
    }

    private static Optional<String> created(String response) {
        Matcher id = ID.matcher(response);
        return id.find() ? Optional.of(id.group(1)) : Optional.empty();
    }

    private static String authorization(Vendor vendor) {
        return "Authorization: Bearer " + vendor.key + "\r\n";
    }

    @Override
    public void close() {
        receiver.stop(0);
    }
}
