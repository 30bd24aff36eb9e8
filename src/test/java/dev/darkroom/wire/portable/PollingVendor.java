package dev.darkroom.wire.portable;

import dev.darkroom.wire.client.SandboxClient;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A vendor whose create response is a task to poll. These vendors differ only in paths and field names.
 *
 * @param route the route to the vendor
 * @param create the path of the create operation
 * @param body the create request, with {@code %s} for the prompt
 * @param id the JSON path of the task id in the create response
 * @param task the path of a task, with {@code %s} for the id
 * @param state the JSON path of the task's status
 * @param done the status of a completed task
 * @param image the JSON path of the image URL; a bar separates it into a path to embedded JSON and a path inside it
 * @param balancePath the path of the balance
 * @param balanceField the JSON path of the balance
 */
record PollingVendor(
        String name,
        String host,
        Route route,
        SandboxClient account,
        BigDecimal price,
        String create,
        String body,
        String id,
        String task,
        String state,
        String done,
        String image,
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
    public PollingVendor withRoute(Route newRoute) {
        return new PollingVendor(
                name,
                host,
                newRoute,
                account,
                price,
                create,
                body,
                id,
                task,
                state,
                done,
                image,
                balancePath,
                balanceField);
    }

    @Override
    public BigDecimal balance() {
        return new BigDecimal(route.request(account)
                .get(route.prefix() + balancePath)
                .jsonPath()
                .getString(balanceField));
    }

    @Override
    public Order order(String prompt) {
        Response response = route.request(account)
                .contentType("application/json")
                .body(body.formatted(prompt))
                .post(route.prefix() + create);
        return new Polled(response);
    }

    private final class Polled implements Order {

        private final Response response;

        Polled(Response response) {
            this.response = response;
        }

        @Override
        public Optional<Rejection> rejection() {
            return response.statusCode() == 200
                    ? Optional.empty()
                    : Optional.of(
                            new Rejection(response.statusCode(), Optional.ofNullable(response.header("Retry-After"))));
        }

        @Override
        public Optional<String> imageUrl() {
            JsonPath json = route.request(account)
                    .get(route.prefix() + task.formatted(response.<String>path(id)))
                    .jsonPath();
            if (!json.getString(state).equals(done)) {
                return Optional.empty();
            }
            String[] paths = image.split("\\|");
            return Optional.of(
                    paths.length == 1
                            ? json.getString(image)
                            : JsonPath.from(json.getString(paths[0])).getString(paths[1]));
        }
    }
}
