package dev.darkroom.wire.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.server.TestServer;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.TimeUnit;

/** A client with its own key and therefore its own sandbox. Subclasses add the API of a vendor. */
public class SandboxClient {

    private static final long TASKS_TIMEOUT_SECONDS = 30;

    private static final RestAssuredConfig UNCHANGED_BODIES =
            RestAssuredConfig.config().encoderConfig(unchangedBodies());

    public final String key;

    /** Stored, because threads started by a test cannot look up the current server. */
    public final TestServer server = TestServer.current();

    public SandboxClient(String key) {
        this.key = key;
    }

    public void freeze() {
        clock("{\"freeze\":true}");
    }

    public RequestSpecification request() {
        return requestWith(key);
    }

    /** A request with another key. */
    public RequestSpecification requestWith(String otherKey) {
        return server.request().config(UNCHANGED_BODIES).header(keyHeader(otherKey));
    }

    /** The header in which the vendor's clients send a key. */
    protected Header keyHeader(String value) {
        return new Header("Authorization", "Bearer " + value);
    }

    public JsonPath clock(String body) {
        return control("POST", "/clock", body);
    }

    public void advance(String duration) {
        clock("{\"advance\":\"" + duration + "\"}");
    }

    /** Changes the settings and the state of the sandbox. */
    public JsonPath changeSandbox(String change) {
        return control("PUT", "/sandbox", change);
    }

    public JsonPath fail(String taskId) {
        return control("POST", "/tasks/" + taskId + "/fail", "");
    }

    public JsonPath control(String method, String path, String body) {
        return Json.of(request()
                .body(body)
                .request(method, "/_darkroom" + path)
                .then()
                .statusCode(200)
                .extract()
                .response());
    }

    /** Waits until the sandbox has this number of tasks. */
    public void awaitTasks(int count) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TASKS_TIMEOUT_SECONDS);
        int size = 0;
        while (size < count && System.nanoTime() < deadline) {
            size = control("GET", "/tasks?limit=1000", "").getList("tasks").size();
        }
        assertThat(size).isEqualTo(count);
    }

    public String onlyTaskId() {
        return control("GET", "/tasks", "").getString("tasks[0].id");
    }

    private static EncoderConfig unchangedBodies() {
        EncoderConfig config = EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false);
        for (String type : new String[] {"application/x-www-form-urlencoded", "application/json5", "garbage", "*/*"}) {
            config = config.encodeContentTypeAs(type, ContentType.TEXT);
        }
        return config;
    }
}
