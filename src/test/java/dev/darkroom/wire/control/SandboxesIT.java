package dev.darkroom.wire.control;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WholeServerTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The list of all sandboxes, and requests that select one by its handle. */
@WholeServerTest
class SandboxesIT {

    private static final String NO_HANDLE = "0000000000000000";

    private final AiVideoApiClient client = new AiVideoApiClient();
    private final AiVideoApiClient other = new AiVideoApiClient();

    @Test
    void listsTheSandboxThatWasUsedLastFirst() {
        client.control("PUT", "/sandbox", "{\"progression\":\"held\"}");
        client.create();
        client.control("POST", "/faults", "{\"rules\":[{\"name\":\"slow\",\"then\":{\"latency\":\"1ms\"}}]}");
        client.freeze();

        JsonPath list = sandboxes("?limit=1");

        assertThat(list.getString("sandboxes[0].handle")).isEqualTo(handle(client));
        assertThat(list.getString("sandboxes[0].key")).startsWith("sk-te").doesNotContain(client.key);
        assertThat(list.getList("sandboxes[0].dialects")).isEqualTo(List.of("aivideoapi"));
        assertThat(list.getInt("sandboxes[0].tasks.pending")).isEqualTo(1);
        assertThat(list.getString("sandboxes[0].balance")).isEqualTo("9997.6");
        assertThat(list.getList("sandboxes[0].faults.rules")).isEqualTo(List.of("slow"));
        assertThat(list.getBoolean("sandboxes[0].clock.frozen")).isTrue();
    }

    @Test
    void listsEverySandboxOnce() {
        client.credits();
        other.credits();
        List<String> listed = new ArrayList<>();
        String query = "?limit=1";
        while (query != null) {
            JsonPath page = sandboxes(query);
            listed.addAll(page.getList("sandboxes.handle"));
            String cursor = page.getString("next_cursor");
            query = cursor == null ? null : "?limit=1&cursor=" + cursor;
        }

        assertThat(listed).startsWith(handle(other), handle(client)).doesNotHaveDuplicates();
    }

    @Test
    void handleSelectsTheSandboxInPlaceOfItsKey() {
        String handle = handle(client);

        select(handle).body("{\"credits\":7}").put("/_darkroom/sandbox").then().statusCode(200);
        select(handle).body("{\"freeze\":true}").post("/_darkroom/clock").then().statusCode(200);

        assertThat(client.balance()).isEqualByComparingTo("7");
        client.request()
                .header("Darkroom-Sandbox", handle)
                .get("/_darkroom/clock")
                .then()
                .statusCode(200)
                .body("frozen", equalTo(true));
        select(handle).delete("/_darkroom/sandbox").then().statusCode(200).body("handle", equalTo(handle));
    }

    @Test
    void rejectsUnknownHandleAndHandleOfAnotherSandbox() {
        for (String handle : List.of(NO_HANDLE, "x")) {
            select(handle)
                    .get("/_darkroom/clock")
                    .then()
                    .statusCode(404)
                    .body("error.message", startsWith("There is no sandbox with the handle '" + handle + "'."));
        }
        client.request()
                .header("Darkroom-Sandbox", handle(other))
                .get("/_darkroom/clock")
                .then()
                .statusCode(400)
                .body("error.message", containsString("different sandboxes"));
    }

    @Test
    void rejectsInvalidPage() {
        Map.of("limit", "0", "cursor", "x", "order", "key")
                .forEach((name, value) -> given().get("/_darkroom/sandboxes?" + name + "=" + value)
                        .then()
                        .statusCode(400)
                        .body("error.message", startsWith("'" + name + "'")));
    }

    private static RequestSpecification select(String handle) {
        return given().header("Darkroom-Sandbox", handle);
    }

    private static JsonPath sandboxes(String query) {
        return given().get("/_darkroom/sandboxes" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String handle(AiVideoApiClient client) {
        return client.control("GET", "/sandbox", "").getString("handle");
    }
}
