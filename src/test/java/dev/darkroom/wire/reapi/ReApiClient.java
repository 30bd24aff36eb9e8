package dev.darkroom.wire.reapi;

import static io.restassured.RestAssured.given;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.filter.Filter;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** A client of reAPI with a key, and so a sandbox, of its own. Its answers are held against the contract. */
final class ReApiClient {

    static final String SUBMIT = "/api/v1/images/generations";

    private static final Filter CONTRACT =
            new OpenApiValidationFilter(OpenApiInteractionValidator.createFor("contract/reapi.yaml")
                    .withLevelResolver(LevelResolver.create()
                            .withLevel("validation.request", Level.IGNORE)
                            .build())
                    .build());

    final String key;

    ReApiClient() {
        this("rk_live_" + UUID.randomUUID());
    }

    ReApiClient(String key) {
        this.key = key;
    }

    /** Whose key begins like this, with something behind it that no other key has. */
    static ReApiClient withKeyLike(String key) {
        return new ReApiClient(key + "-" + UUID.randomUUID());
    }

    /** Whose clock stands. */
    static ReApiClient frozen() {
        ReApiClient client = new ReApiClient();
        client.freeze();
        return client;
    }

    void freeze() {
        control("POST", "/clock", "{\"freeze\":true}");
    }

    void advance(String duration) {
        control("POST", "/clock", "{\"advance\":\"" + duration + "\"}");
    }

    RequestSpecification api() {
        return request().filter(CONTRACT);
    }

    RequestSpecification request() {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs("text/plain", ContentType.TEXT)))
                .header("Authorization", "Bearer " + key);
    }

    Response submit(String body) {
        return api().contentType("application/json").body(body).post(SUBMIT);
    }

    /** Submits to the basic channel, which costs 7 credits, with more fields: {@code "size":"2:1"}. */
    Response basic(String... fields) {
        return submit(body("gpt-image-2", fields));
    }

    /** The same of the official channel; in medium quality as usual it costs 47 credits. */
    Response official(String... fields) {
        return submit(body("gpt-image-2-official", fields));
    }

    /** The id of a task that has been taken. */
    static String id(Response submitted) {
        return submitted.then().statusCode(200).extract().path("id");
    }

    Response poll(String id) {
        return api().get("/api/v1/tasks/" + id);
    }

    JsonPath task(String id) {
        return poll(id).then().statusCode(200).extract().jsonPath();
    }

    /** The task two seconds later, by which it has ended unless something holds it up. */
    JsonPath ended(Response submitted) {
        advance("2s");
        return task(id(submitted));
    }

    Response balance() {
        return api().get("/api/v1/balance");
    }

    long credits() {
        return balance().then().statusCode(200).extract().jsonPath().getLong("balance");
    }

    /** Changes the state of the sandbox: {@code "credits":5}. */
    void set(String... fields) {
        control("PUT", "/sandbox", "{" + String.join(",", fields) + "}");
    }

    void plant(String rule) {
        control("POST", "/faults", "{\"rules\":[" + rule + "]}");
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

    private static String body(String model, String... fields) {
        String more = fields.length == 0 ? "" : "," + String.join(",", fields);
        String prompt = more.contains("\"prompt\":") ? "" : ",\"prompt\":\"p\"";
        return "{\"model\":\"" + model + "\"" + prompt + more + "}";
    }
}
