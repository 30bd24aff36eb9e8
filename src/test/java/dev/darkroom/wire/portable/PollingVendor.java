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
 * @param fixedPrice the price of an image, whatever the prompt
 * @param createPath the path of the create operation
 * @param bodyTemplate the create request, with {@code %s} for the prompt
 * @param idField the JSON path of the task id in the create response
 * @param taskPath the path of a task, with {@code %s} for the id
 * @param statusField the JSON path of the task's status
 * @param completedStatus the status of a completed task
 * @param imageField the JSON path of the image URL; a bar separates the path of embedded JSON from the path inside it
 * @param balancePath the path of the balance
 * @param balanceField the JSON path of the balance
 */
record PollingVendor(
        String name,
        String host,
        String imageHost,
        Route route,
        SandboxClient account,
        BigDecimal fixedPrice,
        String createPath,
        String bodyTemplate,
        String idField,
        String taskPath,
        String statusField,
        String completedStatus,
        String imageField,
        String balancePath,
        String balanceField)
        implements VendorClient {

    static PollingVendor aiVideoApi(String key) {
        return new PollingVendor(
                "aivideoapi",
                "api.aivideoapi.ai",
                "file.aivideoapi.ai",
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
                "cdn.reapi.ai",
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
                imageHost,
                newRoute,
                account,
                fixedPrice,
                createPath,
                bodyTemplate,
                idField,
                taskPath,
                statusField,
                completedStatus,
                imageField,
                balancePath,
                balanceField);
    }

    @Override
    public BigDecimal price(String prompt) {
        return fixedPrice;
    }

    @Override
    public BigDecimal balance() {
        return new BigDecimal(route.request(account)
                .get(route.prefix() + balancePath)
                .jsonPath()
                .getString(balanceField));
    }

    @Override
    public Submission submit(String prompt) {
        Response response = route.request(account)
                .contentType("application/json")
                .body(bodyTemplate.formatted(prompt))
                .post(route.prefix() + createPath);
        return new PolledSubmission(response);
    }

    private final class PolledSubmission implements Submission {

        private final Response response;

        PolledSubmission(Response response) {
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
                    .get(route.prefix() + taskPath.formatted(response.<String>path(idField)))
                    .jsonPath();
            if (!json.getString(statusField).equals(completedStatus)) {
                return Optional.empty();
            }
            String[] paths = imageField.split("\\|");
            return Optional.of(
                    paths.length == 1
                            ? json.getString(imageField)
                            : JsonPath.from(json.getString(paths[0])).getString(paths[1]));
        }
    }
}
