package dev.darkroom.wire.portable;

import dev.darkroom.Background;
import dev.darkroom.wire.client.SandboxClient;
import io.restassured.response.Response;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A request whose response has the image, as a URL or in Base64. The client waits for the response in another thread.
 */
final class PendingSubmission implements VendorClient.Submission {

    private static final int MAX_POLLS = 10_000;
    private static final long TIMEOUT_SECONDS = 60;

    private final CompletableFuture<Response> response;

    private PendingSubmission(CompletableFuture<Response> response) {
        this.response = response;
    }

    /** Sends a request. Returns when it has been accepted or rejected. */
    static PendingSubmission of(SandboxClient account, Supplier<Response> request) {
        int tasksBefore = taskCount(account);
        CompletableFuture<Response> response = Background.supply(request);
        for (int polls = 0; !response.isDone() && taskCount(account) == tasksBefore; polls++) {
            if (polls == MAX_POLLS) {
                throw new AssertionError("the request was neither accepted nor rejected");
            }
        }
        return new PendingSubmission(response);
    }

    private static int taskCount(SandboxClient account) {
        List<?> tasks = account.control("GET", "/tasks", "").getList("tasks");
        return tasks.size();
    }

    @Override
    public Optional<VendorClient.Rejection> rejection() {
        return response.isDone() && response().statusCode() != 200
                ? Optional.of(new VendorClient.Rejection(
                        response().statusCode(), Optional.ofNullable(response().header("Retry-After"))))
                : Optional.empty();
    }

    @Override
    public Optional<String> imageUrl() {
        return field("url");
    }

    @Override
    public Optional<byte[]> image() {
        return field("b64_json").map(Base64.getDecoder()::decode).or(VendorClient.Submission.super::image);
    }

    private Optional<String> field(String name) {
        return response().statusCode() == 200
                ? Optional.ofNullable(response().path("data[0]." + name))
                : Optional.empty();
    }

    private Response response() {
        return response.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
    }
}
