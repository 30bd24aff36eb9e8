package dev.darkroom.wire.control;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WholeServerTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Without a key, the control API lists the tasks of all sandboxes. */
@WholeServerTest
class AllTasksIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @Test
    void listsTasksOfAllSandboxesInPages() {
        String firstTask = client.createTask("\"prompt\":\"p\"");
        for (int i = 0; i < 20; i++) {
            client.createTask("\"prompt\":\"p\"");
        }
        String otherTask = new AiVideoApiClient().createTask("\"prompt\":\"p\"");
        given().get("/_darkroom/tasks?limit=1000").then().statusCode(200).body("tasks.id", hasItem(firstTask));
        List<String> listed = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = given().get("/_darkroom/tasks?limit=7" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            listed.addAll(page.getList("tasks.id"));
            cursor = page.getString("next_cursor") == null ? null : "&cursor=" + page.getString("next_cursor");
        }
        assertThat(listed).contains(firstTask, otherTask).doesNotHaveDuplicates();
    }
}
