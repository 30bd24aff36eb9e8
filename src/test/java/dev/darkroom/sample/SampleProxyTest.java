package dev.darkroom.sample;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Background;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A proxy that a vendor has in front of its API waits for 30 seconds of the sandbox's clock. */
@QuarkusTest
@Isolated
@TestProfile(SampleVendorProfile.class)
class SampleProxyTest {

    private final String key = "smp-" + UUID.randomUUID();

    @BeforeEach
    void freeze() {
        clock("{\"freeze\":true}");
    }

    /** The vendor's own timeout is no injected fault. */
    @Test
    void proxyOfVendorGivesUp() {
        Response response = responseAfter("[[processing: 3m]]", "29s", "1s");

        response.then().statusCode(504).contentType("text/html").header("Darkroom-Fault", (String) null);
        assertThat(response.asString()).contains("<h1>504 Gateway Timeout</h1>");
        assertThat(taskStatus()).isEqualTo("processing");
        clock("{\"advance\":\"3m\"}");
        assertThat(taskStatus()).isEqualTo("completed");
    }

    @Test
    void responseInTimeIsUnchanged() {
        responseAfter("p", "1s", "29s").then().statusCode(200);
    }

    @Test
    void shorterTimeoutOfTriggerComesFirst() {
        responseAfter("[[processing: 3m]] [[gateway: 524 after 10s]]", "9s", "1s")
                .then()
                .statusCode(524)
                .header("Darkroom-Fault", "gateway in the prompt");
    }

    @Test
    void proxyOfVendorComesBeforeLongerTimeout() {
        responseAfter("[[processing: 3m]] [[gateway: 524 after 60s]]", "29s", "10m")
                .then()
                .statusCode(504)
                .header("Darkroom-Fault", (String) null);
    }

    /** Advances the clock twice, and asserts that no response arrives in between. */
    private Response responseAfter(String prompt, String first, String second) {
        CompletableFuture<Response> response = Background.supply(() -> request()
                .contentType("application/json")
                .body("{\"model\":\"sample-1\",\"prompt\":\"" + prompt + "\"}")
                .post(SampleWaitResource.PATH));
        awaitTask();
        clock("{\"advance\":\"" + first + "\"}");
        assertThat(response).isNotDone();
        clock("{\"advance\":\"" + second + "\"}");
        return response.orTimeout(1, TimeUnit.MINUTES).join();
    }

    private void awaitTask() {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        List<?> tasks = List.of();
        while (tasks.isEmpty() && System.nanoTime() < deadline) {
            tasks = request().get("/_darkroom/tasks").jsonPath().getList("tasks");
        }
        assertThat(tasks).hasSize(1);
    }

    private String taskStatus() {
        return request().get("/_darkroom/tasks").jsonPath().getString("tasks[0].status");
    }

    private void clock(String change) {
        request().body(change).post("/_darkroom/clock").then().statusCode(200);
    }

    private RequestSpecification request() {
        return given().header("Authorization", "Bearer " + key);
    }
}
