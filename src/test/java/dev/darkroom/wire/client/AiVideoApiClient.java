package dev.darkroom.wire.client;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.util.UUID;

/** A client of AI Video API. */
public final class AiVideoApiClient extends SandboxClient {

    public AiVideoApiClient() {
        this("sk-test-" + UUID.randomUUID());
    }

    /** Whose key begins like this, with something behind it that no other key has. */
    public static AiVideoApiClient withKeyLike(String key) {
        return new AiVideoApiClient(key + "-" + UUID.randomUUID());
    }

    public AiVideoApiClient(String key) {
        super(key);
    }

    /** A request of the vendor's API, whose answer is held against the contract. */
    public RequestSpecification api() {
        return request().filter(Contract.ANSWERS);
    }

    public Response create(String body) {
        return api().contentType("application/json").body(body).post("/v1/images/generations");
    }

    /** Tries to create a task from the inside of an {@code input} object. */
    public Response createFrom(String input) {
        return create("{\"model\":\"gpt-image-2\",\"input\":{" + input + "}}");
    }

    /** Tries to create a task that costs 2.4 credits. */
    public Response create() {
        return createFrom("\"prompt\":\"p\"");
    }

    /** Creates a task from the inside of an {@code input} object, and gives its id. */
    public String createTask(String input) {
        return taskId(createFrom(input));
    }

    public String createTaskWithCallback(String url) {
        return taskId(
                create("{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"p\"},\"callback_url\":\"" + url + "\"}"));
    }

    public Response poll(String taskId) {
        return api().get("/v1/tasks/" + taskId);
    }

    public JsonPath task(String taskId) {
        return poll(taskId).then().statusCode(200).extract().jsonPath();
    }

    public Response credits() {
        return api().get("/v1/credits");
    }

    public BigDecimal balance() {
        return new BigDecimal(credits().jsonPath().getString("data.balance"));
    }

    private static String taskId(Response created) {
        return created.then().statusCode(200).extract().path("data.taskId");
    }
}
