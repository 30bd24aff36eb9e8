package dev.darkroom.wire.journal;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Does all that one should not do. */
final class CarelessClient extends ImageClient {

    private static final int TRIES = 3;
    private static final int POLLS = 100;

    private final List<String> urls = new ArrayList<>();

    CarelessClient(String key, Consumer<Duration> pause) {
        super(key, pause);
    }

    /** With fields from elsewhere and a callback to where nobody listens; whatever goes wrong is tried again at once. */
    @Override
    void order(Order order) {
        String body = "{\"model\":\"gpt-image-2\",\"n\":1,\"callback_url\":\"http://localhost:1/hook\",\"input\":{"
                + order.input() + "}}";
        for (int i = 0; i < TRIES; i++) {
            try {
                HttpResponse<String> created = create(body);
                if (created.statusCode() == 200) {
                    poll(JsonPath.from(created.body()).getString("data.taskId"));
                    return;
                }
            } catch (IOException e) {
                // perhaps it was nothing
            }
        }
    }

    /** Without patience, and once more to see the picture's address. */
    private void poll(String task) throws IOException {
        for (int i = 0; i < POLLS; i++) {
            if (get("/v1/tasks/" + task).getString("status").equals("completed")) {
                urls.add(get("/v1/tasks/" + task).getString("output.urls[0]"));
                return;
            }
            pause(Duration.ofMillis(100));
        }
    }

    /** Fetches them when they are asked for. */
    @Override
    List<byte[]> pictures() {
        List<byte[]> files = new ArrayList<>();
        for (String url : urls) {
            try {
                HttpResponse<byte[]> file = file(url);
                if (file.statusCode() == 200) {
                    files.add(file.body());
                }
            } catch (IOException e) {
                // then there is none
            }
        }
        return files;
    }
}
