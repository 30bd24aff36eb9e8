package dev.darkroom.wire.journal;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A client that follows the vendor's documentation. */
final class CarefulClient extends ImageClient {

    private static final Duration BETWEEN_POLLS = Duration.ofSeconds(1);

    private final List<byte[]> files = new ArrayList<>();

    CarefulClient(String key, Consumer<Duration> pause) {
        super(key, pause);
    }

    /** Retries only errors that a retry can resolve. */
    @Override
    void createImage(ImageJob job) {
        String body = "{\"model\":\"gpt-image-2\",\"callback_url\":\""
                + job.inbox().url() + "\",\"input\":{" + job.input() + "}}";
        try {
            BigDecimal balanceBefore = balance();
            boolean isDone = false;
            while (!isDone) {
                isDone = attempt(body, job.inbox(), balanceBefore);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends a request once. Returns false if it should be retried. */
    private boolean attempt(String body, Inbox inbox, BigDecimal balanceBefore) throws IOException {
        HttpResponse<String> created;
        try {
            created = create(body);
        } catch (IOException e) {
            return recoverTask(balanceBefore, inbox);
        }
        if (created.statusCode() == 429) {
            String seconds = created.headers().firstValue("Retry-After").orElseThrow();
            pause(Duration.ofSeconds(Long.parseLong(seconds)));
            return false;
        }
        if (created.statusCode() == 200) {
            poll(JsonPath.from(created.body()).getString("data.taskId"));
        }
        return true;
    }

    /** After a lost response, the balance shows whether a task was created, and the callback shows which one. */
    private boolean recoverTask(BigDecimal balanceBefore, Inbox inbox) throws IOException {
        if (balance().compareTo(balanceBefore) == 0) {
            return false;
        }
        while (inbox.received().isEmpty()) {
            pause(BETWEEN_POLLS);
        }
        store(inbox.received().get(0));
        return true;
    }

    private void poll(String task) throws IOException {
        JsonPath response = get("/v1/tasks/" + task);
        while (!List.of("completed", "failed").contains(response.getString("status"))) {
            pause(BETWEEN_POLLS);
            response = get("/v1/tasks/" + task);
        }
        store(response);
    }

    private void store(JsonPath task) throws IOException {
        files.add(file(task.getString("output.urls[0]")).body());
    }

    private BigDecimal balance() throws IOException {
        return new BigDecimal(get("/v1/credits").getString("data.balance"));
    }

    @Override
    List<byte[]> images() {
        return files;
    }
}
