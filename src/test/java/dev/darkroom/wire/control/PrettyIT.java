package dev.darkroom.wire.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every JSON response of the control API can be indented, and every request rejects unknown parameters. */
@WireTest
class PrettyIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/sandbox",
                "/sandboxes",
                "/ledger",
                "/clock",
                "/faults",
                "/weather",
                "/tasks",
                "/callbacks",
                "/report",
                "/journal",
                "/inbox/pretty"
            })
    void indentsJson(String path) {
        client.create();
        String plain = get(path);

        assertThat(plain).doesNotContain("\n");
        for (String query : new String[] {"?pretty", "?pretty=true"}) {
            String indented = get(path + query);
            assertThat(indented).startsWith("{\n  \"").endsWith("\n}\n");
            assertThat(JsonPath.from(indented).getMap("").keySet())
                    .isEqualTo(JsonPath.from(plain).getMap("").keySet());
        }
        assertThat(get(path + "?pretty=false")).doesNotContain("\n");
    }

    @Test
    void indentsALongListThatIsSentInChunks() {
        for (int i = 0; i < 100; i++) {
            client.createTask("\"prompt\":\"" + "p".repeat(500) + "\"");
        }

        String indented = get("/journal?limit=1000&pretty");

        assertThat(indented).hasSizeGreaterThan(1 << 16).endsWith("\n}\n");
        assertThat(JsonPath.from(indented).getList("exchanges")).hasSize(100);
    }

    @Test
    void indentsErrors() {
        assertThat(client.request().get("/_darkroom/tasks?status=done&pretty").asString())
                .startsWith("{\n  \"error\": {\n    \"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/sandbox", "/clock", "/faults", "/weather", "/inbox/pretty", "/ledger", "/events"})
    void rejectsUnknownParameter(String path) {
        client.request().get("/_darkroom" + path + "?prety").then().statusCode(400);
    }

    @Test
    void rejectsOtherValues() {
        client.request()
                .get("/_darkroom/clock?pretty=2")
                .then()
                .statusCode(400)
                .body("error.message", equalTo("'pretty' is invalid. Use one of: true, false."));
    }

    private String get(String path) {
        return client.request()
                .get("/_darkroom" + path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
