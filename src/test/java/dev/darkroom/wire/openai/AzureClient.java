package dev.darkroom.wire.openai;

import dev.darkroom.wire.client.Contract;
import dev.darkroom.wire.client.SandboxClient;
import io.restassured.filter.Filter;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** A client of Azure with its own key, which is a random text without a prefix, and therefore its own sandbox. */
final class AzureClient extends SandboxClient {

    static final String GENERATIONS = "/openai/v1/images/generations";
    static final String DEPLOYMENT = "/openai/deployments/my-images/images/";
    static final String VERSION = "?api-version=2025-04-01-preview";
    static final String GENERATIONS_OF_DEPLOYMENT = DEPLOYMENT + "generations" + VERSION;
    static final String EDITS_OF_DEPLOYMENT = DEPLOYMENT + "edits" + VERSION;

    private static final Filter CONTRACT = Contract.filterFor("azure");

    AzureClient() {
        this(randomKey());
    }

    AzureClient(String key) {
        super(key);
    }

    static String randomKey() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    AzureClient frozen() {
        freeze();
        changeSandbox("{\"credits\":100}");
        return this;
    }

    AzureClient instant() {
        frozen().changeSandbox("{\"progression\":\"instant\"}");
        return this;
    }

    /** A request with the key in Azure's header, whose response is validated against the contract. */
    RequestSpecification api() {
        return server.request().filter(CONTRACT).header("api-key", key).contentType("application/json");
    }

    Response post(String path, String body) {
        return api().body(body).post(path);
    }

    Response generateFrom(String prompt) {
        return post(GENERATIONS_OF_DEPLOYMENT, "{\"prompt\":\"" + prompt + "\"}");
    }

    /** @param fields JSON fields to add to the prompt */
    Response generateWith(String fields) {
        return post(GENERATIONS_OF_DEPLOYMENT, "{\"prompt\":\"p\"," + fields + "}");
    }

    /** @param fields JSON fields to add to the prompt */
    Response editWith(String fields) {
        return post(EDITS_OF_DEPLOYMENT, "{\"prompt\":\"p\"," + fields + "}");
    }

    static String body() {
        return "{\"model\":\"my-images\",\"prompt\":\"p\"}";
    }
}
