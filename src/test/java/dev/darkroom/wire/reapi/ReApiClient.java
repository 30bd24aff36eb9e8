package dev.darkroom.wire.reapi;

import dev.darkroom.wire.client.Contract;
import dev.darkroom.wire.client.Json;
import dev.darkroom.wire.client.SandboxClient;
import io.restassured.filter.Filter;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** A client of reAPI with its own key and therefore its own sandbox. Its responses are checked against the contract. */
final class ReApiClient extends SandboxClient {

    static final String SUBMIT = "/api/v1/images/generations";

    private static final Filter CONTRACT = Contract.filterFor("reapi");

    ReApiClient() {
        this("rk_live_" + UUID.randomUUID());
    }

    ReApiClient(String key) {
        super(key);
    }

    /** A client whose key has the given prefix and a unique suffix. */
    static ReApiClient withKeyPrefix(String prefix) {
        return new ReApiClient(prefix + "-" + UUID.randomUUID());
    }

    RequestSpecification api() {
        return request().filter(CONTRACT);
    }

    Response submit(String body) {
        return api().contentType("application/json").body(body).post(SUBMIT);
    }

    /** Submits to the basic channel, which costs 7 credits, with more fields, such as {@code "size":"2:1"}. */
    Response basic(String... fields) {
        return submit(body("gpt-image-2", fields));
    }

    /** Submits to the official channel, which costs 47 credits in the default quality. */
    Response official(String... fields) {
        return submit(body("gpt-image-2-official", fields));
    }

    /** The id of a submitted task. */
    static String id(Response submitted) {
        return Json.of(submitted.then().statusCode(200).extract().response()).getString("id");
    }

    Response poll(String id) {
        return api().get("/api/v1/tasks/" + id);
    }

    JsonPath task(String id) {
        return Json.of(poll(id).then().statusCode(200).extract().response());
    }

    /** Advances the clock by two seconds, after which a task has normally ended, and returns the task. */
    JsonPath advanceToEnd(Response submitted) {
        advance("2s");
        return task(id(submitted));
    }

    Response balance() {
        return api().get("/api/v1/balance");
    }

    long credits() {
        return Json.of(balance().then().statusCode(200).extract().response()).getLong("balance");
    }

    /** Changes the sandbox, for example with {@code "credits":5}. */
    void change(String... fields) {
        changeSandbox("{" + String.join(",", fields) + "}");
    }

    void addRule(String rule) {
        control("POST", "/faults", "{\"rules\":[" + rule + "]}");
    }

    private static String body(String model, String... fields) {
        String moreFields = fields.length == 0 ? "" : "," + String.join(",", fields);
        String prompt = moreFields.contains("\"prompt\":") ? "" : ",\"prompt\":\"p\"";
        return "{\"model\":\"" + model + "\"" + prompt + moreFields + "}";
    }
}
