package dev.darkroom.wire.portable;

import dev.darkroom.wire.client.SandboxClient;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One that answers with a task, which is asked for until it is done. The sellers differ in where things are; that is all there
 * is to say of each.
 *
 * @param door how it is reached
 * @param create the path that takes orders
 * @param body of an order, with {@code %s} for the prompt
 * @param id where the task's id is in the answer
 * @param task the path of a task, with {@code %s} for the id
 * @param state where its state is
 * @param done what the state is when there is a picture
 * @param picture where its URL is; behind a bar, where that is inside a text that is JSON again
 * @param balancePath the path of the balance
 * @param balanceField where it is in the answer
 */
record PollingVendor(
        String name,
        String host,
        Route door,
        SandboxClient account,
        BigDecimal price,
        String create,
        String body,
        String id,
        String task,
        String state,
        String done,
        String picture,
        String balancePath,
        String balanceField)
        implements VendorClient {

    static PollingVendor aiVideoApi(String key) {
        return new PollingVendor(
                "aivideoapi",
                "api.aivideoapi.ai",
                Route.byPrefix("aivideoapi"),
                new SandboxClient(key),
                new BigDecimal("2.4"),
                "/v1/images/generations",
                "{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"%s\"}}",
                "data.taskId",
                "/v1/tasks/%s",
                "status",
                "completed",
                "output.urls[0]",
                "/v1/credits",
                "data.balance");
    }

    static PollingVendor reApi(String key) {
        return new PollingVendor(
                "reapi",
                "reapi.ai",
                Route.byPrefix("reapi"),
                new SandboxClient(key),
                new BigDecimal("7"),
                "/api/v1/images/generations",
                "{\"model\":\"gpt-image-2\",\"prompt\":\"%s\"}",
                "id",
                "/api/v1/tasks/%s",
                "status",
                "completed",
                "output.image_urls[0]",
                "/api/v1/balance",
                "balance");
    }

    static PollingVendor aiGenerate(String key) {
        return new PollingVendor(
                "aigenerate",
                "aimarcusimage.eu",
                Route.byPrefix("aigenerate"),
                new SandboxClient(key),
                new BigDecimal("4"),
                "/api/v1/jobs/createTask",
                "{\"model\":\"openai-gpt-image-1-5-text-to-image-medium\",\"input\":{\"prompt\":\"%s\"}}",
                "data.taskId",
                "/api/v1/jobs/recordInfo?taskId=%s",
                "data.state",
                "success",
                "data.resultJson|resultUrls[0]",
                "/api/v1/chat/credit",
                "data");
    }

    @Override
    public PollingVendor through(Route other) {
        return new PollingVendor(
                name,
                host,
                other,
                account,
                price,
                create,
                body,
                id,
                task,
                state,
                done,
                picture,
                balancePath,
                balanceField);
    }

    @Override
    public BigDecimal balance() {
        return new BigDecimal(door.request(account)
                .get(door.prefix() + balancePath)
                .jsonPath()
                .getString(balanceField));
    }

    @Override
    public Order order(String prompt) {
        Response answer = door.request(account)
                .contentType("application/json")
                .body(body.formatted(prompt))
                .post(door.prefix() + create);
        return new Polled(answer);
    }

    private final class Polled implements Order {

        private final Response answer;

        Polled(Response answer) {
            this.answer = answer;
        }

        @Override
        public Optional<Refusal> refusal() {
            return answer.statusCode() == 200
                    ? Optional.empty()
                    : Optional.of(new Refusal(answer.statusCode(), Optional.ofNullable(answer.header("Retry-After"))));
        }

        @Override
        public Optional<String> picture() {
            JsonPath json = door.request(account)
                    .get(door.prefix() + task.formatted(answer.<String>path(id)))
                    .jsonPath();
            if (!json.getString(state).equals(done)) {
                return Optional.empty();
            }
            String[] way = picture.split("\\|");
            return Optional.of(
                    way.length == 1
                            ? json.getString(picture)
                            : JsonPath.from(json.getString(way[0])).getString(way[1]));
        }
    }
}
