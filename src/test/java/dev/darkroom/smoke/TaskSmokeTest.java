package dev.darkroom.smoke;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.TestServer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The main paths through a server in this JVM, for debuggers and coverage tools. The wire tests cover the details. */
@QuarkusTest
@Isolated
class TaskSmokeTest {

    private AiVideoApiClient client;

    @BeforeEach
    void freeze() {
        client = new AiVideoApiClient();
        client.freeze();
    }

    @Test
    void startsAndIsReady() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void createsAndCompletesTaskWithImage() {
        String task = client.createTask("\"prompt\":\"p\"");
        assertThat(client.task(task).getString("status")).isEqualTo("pending");
        client.advance("2s");

        String url = client.task(task).getString("output.urls[0]");

        assertThat(given().get(url).then().statusCode(200).extract().asByteArray())
                .startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void deliversCallback() {
        String inbox = "/inbox/" + UUID.randomUUID();
        String task = client.createTaskWithCallback(TestServer.url("/_darkroom" + inbox));
        client.advance("2s");

        assertThat(client.control("GET", inbox, "").getList("requests.body.id")).containsExactly(task);
    }

    @Test
    void controlApiSetsAndShowsBalance() {
        client.changeSandbox("{\"credits\":50.5}");

        assertThat(client.balance()).isEqualByComparingTo("50.5");
        client.request().get("/_darkroom/sandbox").then().statusCode(200).body("credits", equalTo(50.5f));
    }
}
