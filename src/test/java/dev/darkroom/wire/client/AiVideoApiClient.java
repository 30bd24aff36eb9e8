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

    /** Creates a client whose key starts with {@code prefix} and is unique. */
    public static AiVideoApiClient withKeyPrefix(String prefix) {
        return new AiVideoApiClient(prefix + "-" + UUID.randomUUID());
    }

    public AiVideoApiClient(String key) {
        super(key);
    }

    /** Starts a request to the vendor's API; the response is validated against the contract. */
    public RequestSpecification api() {
        return request().filter(Contract.AI_VIDEO_API);
    }

    public Response create(String body) {
        return api().contentType("application/json").body(body).post("/v1/images/generations");
    }

    /** Sends a create request with these fields of the {@code input} object. */
    public Response createFrom(String input) {
        return create("{\"model\":\"gpt-image-2\",\"input\":{" + input + "}}");
    }

    /** Sends a create request for a task that costs 2.4 credits. */
    public Response create() {
        return createFrom("\"prompt\":\"p\"");
    }

    /** Creates a task with these fields of the {@code input} object and returns its ID. */
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
        return Json.of(poll(taskId).then().statusCode(200).extract().response());
    }

    public Response credits() {
        return api().get("/v1/credits");
    }

    public BigDecimal balance() {
        return new BigDecimal(Json.of(credits()).getString("data.balance"));
    }

    private static String taskId(Response response) {
        return Json.of(response.then().statusCode(200).extract().response()).getString("data.taskId");
    }
}
