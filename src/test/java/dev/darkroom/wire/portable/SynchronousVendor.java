package dev.darkroom.wire.portable;

import dev.darkroom.Background;
import dev.darkroom.wire.client.SandboxClient;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A vendor that responds when the image is ready. The client waits for the response in another thread. */
record SynchronousVendor(
        String name,
        String host,
        Route route,
        SandboxClient account,
        BigDecimal price,
        String createPath,
        String bodyTemplate,
        String imageField,
        String balancePath,
        String balanceField)
        implements VendorClient {

    private static final int MAX_POLLS = 10_000;

    static SynchronousVendor getimg(String key) {
        return new SynchronousVendor(
                "getimg",
                "api.getimg.ai",
                Route.byPrefix("getimg"),
                new SandboxClient(key),
                new BigDecimal("0.06"),
                "/v2/images/generations",
                "{\"model\":\"gpt-image-2\",\"prompt\":\"%s\"}",
                "data[0].url",
                "/v2/billing/balance",
                "balance");
    }

    @Override
    public SynchronousVendor withRoute(Route newRoute) {
        return new SynchronousVendor(
                name, host, newRoute, account, price, createPath, bodyTemplate, imageField, balancePath, balanceField);
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
        int tasksBefore = taskCount();
        CompletableFuture<Response> response = Background.supply(() -> route.request(account)
                .contentType("application/json")
                .body(bodyTemplate.formatted(prompt))
                .post(route.prefix() + createPath));
        for (int polls = 0; !response.isDone() && taskCount() == tasksBefore; polls++) {
            if (polls == MAX_POLLS) {
                throw new AssertionError("the request was neither accepted nor rejected");
            }
        }
        return new PendingSubmission(response);
    }

    private int taskCount() {
        List<?> tasks = account.control("GET", "/tasks", "").getList("tasks");
        return tasks.size();
    }

    private final class PendingSubmission implements Submission {

        private final CompletableFuture<Response> response;

        PendingSubmission(CompletableFuture<Response> response) {
            this.response = response;
        }

        @Override
        public Optional<Rejection> rejection() {
            return response.isDone() && response().statusCode() != 200
                    ? Optional.of(new Rejection(
                            response().statusCode(),
                            Optional.ofNullable(response().header("Retry-After"))))
                    : Optional.empty();
        }

        @Override
        public Optional<String> imageUrl() {
            return response().statusCode() == 200 ? Optional.of(response().path(imageField)) : Optional.empty();
        }

        private Response response() {
            return response.orTimeout(60, TimeUnit.SECONDS).join();
        }
    }
}
