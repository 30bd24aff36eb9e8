package dev.darkroom.wire;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.util.UUID;

/** A client with a key, and so a sandbox, of its own. */
final class Client {

    private static final RestAssuredConfig AS_WRITTEN =
            RestAssuredConfig.config().encoderConfig(asWritten());

    final String key;

    Client() {
        this("sk-test-" + UUID.randomUUID());
    }

    /** Whose key begins like this, with something behind it that no other key has. */
    static Client withKeyLike(String key) {
        return new Client(key + "-" + UUID.randomUUID());
    }

    Client(String key) {
        this.key = key;
    }

    void freeze() {
        clock("{\"freeze\":true}");
    }

    /** A request of the vendor's API, whose answer is held against the contract. */
    RequestSpecification api() {
        return request().filter(Contract.ANSWERS);
    }

    RequestSpecification request() {
        return given().config(AS_WRITTEN).header("Authorization", "Bearer " + key);
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

    JsonPath clock(String body) {
        return control("POST", "/clock", body);
    }

    void advance(String duration) {
        clock("{\"advance\":\"" + duration + "\"}");
    }

    /** Changes the state of the sandbox. */
    JsonPath set(String change) {
        return control("PUT", "/sandbox", change);
    }

    JsonPath fail(String taskId) {
        return control("POST", "/tasks/" + taskId + "/fail", "");
    }

    JsonPath control(String method, String path, String body) {
        return request()
                .body(body)
                .request(method, "/_darkroom" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static EncoderConfig asWritten() {
        EncoderConfig config = EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false);
        for (String type : new String[] {"application/x-www-form-urlencoded", "application/json5", "garbage", "*/*"}) {
            config = config.encodeContentTypeAs(type, ContentType.TEXT);
        }
        return config;
    }

    private static String taskId(Response created) {
        return created.then().statusCode(200).extract().path("data.taskId");
    }
}
