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
    private static final String[] IDEMPOTENCY_KEY = {"Idempotency-Key", "order-1"};

    private final List<String> urls = new ArrayList<>();

    CarelessClient(String key, Consumer<Duration> pause) {
        super(key, pause);
    }

    /**
     * Sends an unknown field, a header without effect and a callback URL without a listener, and retries every error
     * immediately. Of a second task, it forgets the id after one poll.
     */
    @Override
    void createImage(ImageJob job) {
        String body = "{\"model\":\"gpt-image-2\",\"n\":1,\"callback_url\":\"http://localhost:1/hook\",\"input\":{"
                + job.input() + "}}";
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            try {
                HttpResponse<String> created = create(body, IDEMPOTENCY_KEY);
                if (created.statusCode() == 200) {
                    poll(taskId(created));
                    get("/v1/tasks/" + taskId(create(body, IDEMPOTENCY_KEY)));
                    return;
                }
            } catch (IOException e) {
                // retried without finding out whether the task was created
            }
        }
    }

    private static String taskId(HttpResponse<String> created) {
        return JsonPath.from(created.body()).getString("data.taskId");
    }

    /** Polls too often, and once more after completion to read the image URL. Stores only the first URL. */
    private void poll(String task) throws IOException {
        for (int i = 0; i < MAX_POLLS; i++) {
            if (get("/v1/tasks/" + task).getString("status").equals("completed")) {
                String url = get("/v1/tasks/" + task).getString("output.urls[0]");
                if (urls.isEmpty()) {
                    urls.add(url);
                }
                return;
            }
            pause(Duration.ofMillis(100));
        }
    }

    /** Downloads the images only now, when their URLs may have expired. */
    @Override
    List<byte[]> images() {
        searchForList();
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

    /** No vendor has a list of tasks. */
    private void searchForList() {
        try {
            get("/v1/tasks");
        } catch (IOException e) {
            // there is no list
        }
    }
}
