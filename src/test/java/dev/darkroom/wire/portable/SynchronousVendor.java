package dev.darkroom.wire.portable;

import dev.darkroom.wire.client.SandboxClient;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One that answers when there is a picture. Whoever orders does something else meanwhile. */
record SynchronousVendor(
        String name,
        String host,
        Route door,
        SandboxClient account,
        BigDecimal price,
        String create,
        String body,
        String picture,
        String balancePath,
        String balanceField)
        implements VendorClient {

    private static final int MAX_LOOKS = 10_000;

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
    public SynchronousVendor through(Route other) {
        return new SynchronousVendor(
                name, host, other, account, price, create, body, picture, balancePath, balanceField);
    }

    @Override
    public BigDecimal balance() {
        return new BigDecimal(door.request(account)
                .get(door.prefix() + balancePath)
                .jsonPath()
                .getString(balanceField));
    }

    /** Has been taken or refused when this is over. */
    @Override
    public Order order(String prompt) {
        int before = tasks();
        CompletableFuture<Response> answer = CompletableFuture.supplyAsync(() -> door.request(account)
                .contentType("application/json")
                .body(body.formatted(prompt))
                .post(door.prefix() + create));
        for (int looks = 0; !answer.isDone() && tasks() == before; looks++) {
            if (looks == MAX_LOOKS) {
                throw new AssertionError("the order was neither taken nor refused");
            }
        }
        return new Awaited(answer);
    }

    private int tasks() {
        List<?> tasks = account.control("GET", "/tasks", "").getList("tasks");
        return tasks.size();
    }

    private final class Awaited implements Order {

        private final CompletableFuture<Response> answer;

        Awaited(CompletableFuture<Response> answer) {
            this.answer = answer;
        }

        @Override
        public Optional<Refusal> refusal() {
            return answer.isDone() && answer().statusCode() != 200
                    ? Optional.of(
                            new Refusal(answer().statusCode(), Optional.ofNullable(answer().header("Retry-After"))))
                    : Optional.empty();
        }

        @Override
        public Optional<String> picture() {
            return answer().statusCode() == 200 ? Optional.of(answer().path(picture)) : Optional.empty();
        }

        private Response answer() {
            return answer.orTimeout(30, TimeUnit.SECONDS).join();
        }
    }
}
