package dev.darkroom.wire;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The receiver that is built in. */
@QuarkusTest
class InboxTest {
    private final Client client = new Client();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    void whoWaitsForAnInboxGoesOnWaitingWhenItIsCleared() throws Exception {
        String inbox = "/_darkroom/inbox/" + UUID.randomUUID();
        CompletableFuture<Integer> waiter = CompletableFuture.supplyAsync(
                () -> given().get(inbox + "?wait=20s").jsonPath().getInt("requests.size()"));
        given().delete(inbox).then().statusCode(200);
        given().body("{}").post(inbox).then().statusCode(200);

        assertThat(waiter.get(15, TimeUnit.SECONDS)).isOne();
    }

    @Test
    void anInboxStoresWhatAnyoneSends() {
        String inbox = "/_darkroom/inbox/" + UUID.randomUUID();
        given().get(inbox + "?wait=1ms").then().body("requests.size()", equalTo(0));
        given().body("{\"a\":1}").post(inbox).then().statusCode(200);
        given().body("plain")
                .header("Authorization", "Bearer sk-secret")
                .post(inbox)
                .then()
                .statusCode(200);

        JsonPath all = given().get(inbox + "?wait=5s&count=2").jsonPath();
        assertThat(all.getInt("requests[0].body.a")).isOne();
        assertThat(all.getString("requests[1].body")).isEqualTo("plain");
        assertThat(all.prettify()).doesNotContain("sk-secret");

        given().delete(inbox).then().statusCode(200);
        given().get(inbox).then().body("requests.size()", equalTo(0));
        given().get("/_darkroom/inbox/a%20b").then().statusCode(400);
        given().get(inbox + "?wait=61s").then().statusCode(400);
        given().get(inbox + "?count=many").then().statusCode(400);
        given().get(inbox + "?count=-1").then().statusCode(400);
    }
}
