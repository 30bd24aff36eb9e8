package dev.darkroom.wire.getimg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.Contract;
import dev.darkroom.wire.client.SandboxClient;
import io.restassured.filter.Filter;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A client of getimg.ai with a key, and so a sandbox, of its own. */
public final class GetImgClient extends SandboxClient {

    static final String GENERATIONS = "/v2/images/generations";

    private static final long PATIENCE_SECONDS = 30;

    private static final Filter CONTRACT = Contract.filterFor("getimg");

    public GetImgClient() {
        this("sk_test-" + UUID.randomUUID());
    }

    GetImgClient(String key) {
        super(key);
    }

    /** Whose key begins like this, with something behind it that no other key has. */
    static GetImgClient withKeyLike(String key) {
        GetImgClient client = new GetImgClient(key + "-" + UUID.randomUUID());
        client.freeze();
        return client;
    }

    /** From now on its clock stands, and its pictures are there at once. */
    void atOnce() {
        freeze();
        set("{\"progression\":\"instant\"}");
    }

    /** A request of the vendor's API, whose answer is held against the contract. */
    RequestSpecification api() {
        return request().filter(CONTRACT);
    }

    Response generate(String body) {
        return api().contentType("application/json").body(body).post(GENERATIONS);
    }

    /** With more fields than a model and a prompt, as they stand in JSON. */
    Response generateWith(String fields) {
        return generate("{\"model\":\"gpt-image-2\",\"prompt\":\"p\"," + fields + "}");
    }

    Response generateFrom(String prompt) {
        return generate(body(prompt));
    }

    static String body(String prompt) {
        return "{\"model\":\"gpt-image-2\",\"prompt\":\"" + prompt + "\"}";
    }

    /** Asks, and does not wait for the answer. */
    CompletableFuture<Response> begin(String prompt) {
        return CompletableFuture.supplyAsync(() -> generateFrom(prompt), task -> new Thread(task).start());
    }

    /** The answer, which must have come or be about to come. */
    static <T> T soon(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("there is no answer", e);
        }
    }

    /** Until the server has taken so many tasks. */
    public void awaitTasks(int count) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        int taken = 0;
        while (taken < count && System.nanoTime() < end) {
            taken = control("GET", "/tasks?limit=1000", "").getList("tasks").size();
        }
        assertThat(taken).isEqualTo(count);
    }

    String onlyTask() {
        return control("GET", "/tasks", "").getString("tasks[0].id");
    }

    public BigDecimal balance() {
        return new BigDecimal(api().get("/v2/billing/balance")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("balance"));
    }

    Instant now() {
        return Instant.parse(control("GET", "/clock", "").getString("now"));
    }

    /** Puts one rule of faults in force. */
    void plant(String when, String then) {
        control("POST", "/faults", "{\"rules\":[{\"name\":\"rule\",\"when\":{" + when + "},\"then\":{" + then + "}}]}");
    }
}
