package dev.darkroom.wire.aigenerate;

import dev.darkroom.wire.client.Contract;
import dev.darkroom.wire.client.Json;
import dev.darkroom.wire.client.SandboxClient;
import io.restassured.filter.Filter;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.util.UUID;

/** A client of AI Generate with its own key and therefore its own sandbox. */
final class AiGenerateClient extends SandboxClient {

    static final String CREATE = "/api/v1/jobs/createTask";
    static final String RECORD = "/api/v1/jobs/recordInfo";
    static final String CREDIT = "/api/v1/chat/credit";

    /** The model in the example on the vendor's page. */
    static final String MODEL = "openai-gpt-image-1-5-image-to-image-medium";

    static final String GPT_IMAGE_2 = "openai-gpt-image-2-text-to-image";

    /** Validates each response against the contract; requests may be invalid. */
    static final Filter CONTRACT = Contract.filterFor("aigenerate");

    AiGenerateClient() {
        this("sk-aig-test-" + UUID.randomUUID());
    }

    AiGenerateClient(String key) {
        super(key);
    }

    /** A client whose key has this prefix and a unique suffix. */
    static AiGenerateClient withKeyPrefix(String prefix) {
        return new AiGenerateClient(prefix + "-" + UUID.randomUUID());
    }

    /** A request to the vendor's API, whose response is validated against the contract. */
    RequestSpecification api() {
        return request().filter(CONTRACT);
    }

    Response create(String body) {
        return api().contentType("application/json").body(body).post(CREATE);
    }

    /** @param input the fields of the {@code input} object, as JSON */
    Response createFrom(String model, String input) {
        return create(body(model, input));
    }

    Response createFrom(String input) {
        return createFrom(MODEL, input);
    }

    /** The task costs 4 credits. */
    Response create() {
        return createFrom("\"prompt\":\"p\"");
    }

    String createTask(String input) {
        return taskId(createFrom(input));
    }

    String createTask() {
        return taskId(create());
    }

    String createTaskWithCallback(String url) {
        return taskId(
                create("{\"model\":\"" + MODEL + "\",\"callBackUrl\":\"" + url + "\",\"input\":{\"prompt\":\"p\"}}"));
    }

    static String body(String model, String input) {
        return "{\"model\":\"" + model + "\",\"input\":{" + input + "}}";
    }

    static String taskId(Response created) {
        return Json.of(created.then().statusCode(200).extract().response()).getString("data.taskId");
    }

    Response poll(String taskId) {
        return api().get(RECORD + "?taskId=" + taskId);
    }

    /** The {@code data} of a poll. */
    JsonPath task(String taskId) {
        return Json.of(poll(taskId).then().statusCode(200).extract().response()).setRootPath("data");
    }

    String state(String taskId) {
        return task(taskId).getString("state");
    }

    /** The image URL of a task that has succeeded. */
    String url(String taskId) {
        return JsonPath.from(task(taskId).getString("resultJson")).getString("resultUrls[0]");
    }

    Response credit() {
        return api().get(CREDIT);
    }

    BigDecimal balance() {
        return new BigDecimal(
                credit().then().statusCode(200).extract().jsonPath().getString("data"));
    }
}
