package dev.darkroom.wire.getimg;

import dev.darkroom.Background;
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

/** A client of getimg.ai with its own key and therefore its own sandbox. */
public final class GetImgClient extends SandboxClient {

    static final String GENERATIONS = "/v2/images/generations";

    private static final long TIMEOUT_SECONDS = 30;

    private static final Filter CONTRACT = Contract.filterFor("getimg");

    public GetImgClient() {
        this("sk_test-" + UUID.randomUUID());
    }

    GetImgClient(String key) {
        super(key);
    }

    /** A client whose key has this prefix and a unique suffix, with a frozen clock. */
    static GetImgClient withKeyPrefix(String prefix) {
        GetImgClient client = new GetImgClient(prefix + "-" + UUID.randomUUID());
        client.freeze();
        return client;
    }

    void freezeAndFinishTasksInstantly() {
        freeze();
        changeSandbox("{\"progression\":\"instant\"}");
    }

    /** A request to the vendor's API, whose response is validated against the contract. */
    RequestSpecification api() {
        return request().filter(CONTRACT);
    }

    Response generate(String body) {
        return api().contentType("application/json").body(body).post(GENERATIONS);
    }

    /** @param fields JSON fields to add to the model and the prompt */
    Response generateWith(String fields) {
        return generate("{\"model\":\"gpt-image-2\",\"prompt\":\"p\"," + fields + "}");
    }

    Response generateFrom(String prompt) {
        return generate(body(prompt));
    }

    static String body(String prompt) {
        return "{\"model\":\"gpt-image-2\",\"prompt\":\"" + prompt + "\"}";
    }

    /** Sends the request without waiting for the response. */
    CompletableFuture<Response> generateAsync(String prompt) {
        return Background.supply(() -> generateFrom(prompt));
    }

    /** Waits for the response, with a timeout. */
    static <T> T await(CompletableFuture<T> response) {
        try {
            return response.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("no response", e);
        }
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

    /** Replaces the fault rules with this one. */
    void setFaultRule(String when, String then) {
        control("POST", "/faults", "{\"rules\":[{\"name\":\"rule\",\"when\":{" + when + "},\"then\":{" + then + "}}]}");
    }
}
