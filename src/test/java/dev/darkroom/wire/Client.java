package dev.darkroom.wire;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.util.UUID;

/** A client of AI Video API. */
final class Client extends SandboxClient {

    Client() {
        this("sk-test-" + UUID.randomUUID());
    }

    /** Whose key begins like this, with something behind it that no other key has. */
    static Client withKeyLike(String key) {
        return new Client(key + "-" + UUID.randomUUID());
    }

    Client(String key) {
        super(key);
    }

    /** A request of the vendor's API, whose answer is held against the contract. */
    RequestSpecification api() {
        return request().filter(Contract.ANSWERS);
    }

    Response create(String body) {
        return api().contentType("application/json").body(body).post("/v1/images/generations");
    }

    /** Tries to create a task from the inside of an {@code input} object. */
    Response createFrom(String input) {
        return create("{\"model\":\"gpt-image-2\",\"input\":{" + input + "}}");
    }

    /** Tries to create a task that costs 2.4 credits. */
    Response create() {
        return createFrom("\"prompt\":\"p\"");
    }

    /** Creates a task from the inside of an {@code input} object, and gives its id. */
    String createTask(String input) {
        return taskId(createFrom(input));
    }

    String createTaskWithCallback(String url) {
        return taskId(
                create("{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"p\"},\"callback_url\":\"" + url + "\"}"));
    }

    Response poll(String taskId) {
        return api().get("/v1/tasks/" + taskId);
    }

    JsonPath task(String taskId) {
        return poll(taskId).then().statusCode(200).extract().jsonPath();
    }

    Response credits() {
        return api().get("/v1/credits");
    }

    BigDecimal balance() {
        return new BigDecimal(credits().jsonPath().getString("data.balance"));
    }

    private static String taskId(Response created) {
        return created.then().statusCode(200).extract().path("data.taskId");
    }
}
