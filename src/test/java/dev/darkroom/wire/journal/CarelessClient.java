package dev.darkroom.wire.journal;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A client that makes every mistake the report can find. */
final class CarelessClient extends ImageClient {

    private static final int MAX_ATTEMPTS = 3;
    private static final int MAX_POLLS = 100;

    private final List<String> urls = new ArrayList<>();

    CarelessClient(String key, Consumer<Duration> pause) {
        super(key, pause);
    }

    /** Sends an unknown field and a callback URL without a listener, and retries every error immediately. */
    @Override
    void createImage(ImageJob job) {
        String body = "{\"model\":\"gpt-image-2\",\"n\":1,\"callback_url\":\"http://localhost:1/hook\",\"input\":{"
                + job.input() + "}}";
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            try {
                HttpResponse<String> created = create(body);
                if (created.statusCode() == 200) {
                    poll(JsonPath.from(created.body()).getString("data.taskId"));
                    return;
                }
            } catch (IOException e) {
                // retried without finding out whether the task was created
            }
        }
    }

    /** Polls too often, and once more after completion to read the image URL. */
    private void poll(String task) throws IOException {
        for (int i = 0; i < MAX_POLLS; i++) {
            if (get("/v1/tasks/" + task).getString("status").equals("completed")) {
                urls.add(get("/v1/tasks/" + task).getString("output.urls[0]"));
                return;
            }
            pause(Duration.ofMillis(100));
        }
    }

    /** Downloads the images only now, when their URLs may have expired. */
    @Override
    List<byte[]> images() {
        List<byte[]> files = new ArrayList<>();
        for (String url : urls) {
            try {
                HttpResponse<byte[]> file = file(url);
                if (file.statusCode() == 200) {
                    files.add(file.body());
                }
            } catch (IOException e) {
                // the image is lost
            }
        }
        return files;
    }
}
