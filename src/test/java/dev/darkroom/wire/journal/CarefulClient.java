package dev.darkroom.wire.journal;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Does what the vendor's pages say. */
final class CarefulClient extends ImageClient {

    private static final Duration BETWEEN_POLLS = Duration.ofSeconds(1);

    private final List<byte[]> files = new ArrayList<>();

    CarefulClient(String key, Consumer<Duration> pause) {
        super(key, pause);
    }

    /** Tries again when and only when that makes sense. */
    @Override
    void order(Order order) {
        String body = "{\"model\":\"gpt-image-2\",\"callback_url\":\""
                + order.inbox().url() + "\",\"input\":{" + order.input() + "}}";
        try {
            BigDecimal before = balance();
            boolean isAnswered = false;
            while (!isAnswered) {
                isAnswered = order(body, order.inbox(), before);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** @return false when it should be tried again */
    private boolean order(String body, Inbox inbox, BigDecimal before) throws IOException {
        HttpResponse<String> created;
        try {
            created = create(body);
        } catch (IOException lost) {
            return isPaid(before, inbox);
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

    /** When the answer is lost the balance tells whether there is a task, and the callback which. */
    private boolean isPaid(BigDecimal before, Inbox inbox) throws IOException {
        if (balance().compareTo(before) == 0) {
            return false;
        }
        while (inbox.received().isEmpty()) {
            pause(BETWEEN_POLLS);
        }
        store(inbox.received().get(0));
        return true;
    }

    private void poll(String task) throws IOException {
        JsonPath seen = get("/v1/tasks/" + task);
        while (!List.of("completed", "failed").contains(seen.getString("status"))) {
            pause(BETWEEN_POLLS);
            seen = get("/v1/tasks/" + task);
        }
        store(seen);
    }

    private void store(JsonPath task) throws IOException {
        files.add(file(task.getString("output.urls[0]")).body());
    }

    private BigDecimal balance() throws IOException {
        return new BigDecimal(get("/v1/credits").getString("data.balance"));
    }

    @Override
    List<byte[]> pictures() {
        return files;
    }
}
