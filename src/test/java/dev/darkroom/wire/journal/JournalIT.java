package dev.darkroom.wire.journal;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.client.RawRequest;
import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The journal's record of each exchange. */
@WireTest
class JournalIT {

    private static final String PROMPT = "\"prompt\":\"p\"";

    private final AiVideoApiClient client = new AiVideoApiClient();
    private final String maskedKey = client.key.substring(0, 5) + "…" + client.key.substring(client.key.length() - 2);

    @Test
    void recordsCreateRequestWithItsResponse() {
        client.freeze();
        String task = client.createTask(PROMPT);

        JsonPath create = onlyExchange();
        assertThat(create.getString("at"))
                .isEqualTo(client.control("GET", "/clock", "").getString("now"));
        assertThat(create.getString("arrived_at")).endsWith("Z");
        assertThat(create.getDouble("duration_ms")).isPositive();
        assertThat(create.getString("sandbox")).isEqualTo(maskedKey);
        assertThat(create.getString("dialect")).isEqualTo("aivideoapi");
        assertThat(create.getString("operation")).isEqualTo("create");
        assertThat(create.getString("task_id")).isEqualTo(task);
        assertThat(create.getString("task_status")).isNull();
        assertThat(create.getString("fault")).isNull();
        assertThat(create.getList("warnings")).isEmpty();
        assertThat(create.getString("request.method")).isEqualTo("POST");
        assertThat(create.getString("request.path")).isEqualTo("/v1/images/generations");
        assertThat(create.getMap("request.body"))
                .isEqualTo(Map.of("model", "gpt-image-2", "input", Map.of("prompt", "p")));
        assertThat(create.getInt("request.body_bytes")).isEqualTo(46);
        assertThat(create.getInt("answer.status")).isEqualTo(200);
        assertThat(create.getBoolean("answer.whole")).isTrue();
        assertThat(create.getString("answer.body.data.taskId")).isEqualTo(task);
        assertThat(create.getMap("answer.headers")).containsEntry("Content-Type", "application/json");
    }

    @Test
    void recordsEveryOperation() {
        client.freeze();
        String task = client.createTask(PROMPT);
        client.credits();
        client.advance("2s");
        String url = client.task(task).getString("output.urls[0]");
        int length = given().get(url).asByteArray().length;

        JsonPath journal = journal("");
        assertThat(journal.getList("exchanges.operation")).containsExactly("create", "credits", "poll", "file");
        assertThat(journal.getList("exchanges.task_id")).containsExactly(task, null, task, task);
        assertThat(journal.getList("exchanges.task_status")).containsExactly(null, null, "completed", null);
        assertThat(journal.getList("exchanges.sandbox")).containsOnly(maskedKey);
        assertThat(journal.getString("exchanges[3].request.path"))
                .isEqualTo(URI.create(url).getPath());
        assertThat(journal.getString("exchanges[3].answer.body")).isNull();
        assertThat(journal.getInt("exchanges[3].answer.body_bytes")).isEqualTo(length);
    }

    @Test
    void redactsSecretHeadersAndKeys() {
        client.request()
                .header("X-Api-Key", client.key)
                .header("Cookie", "session=" + client.key)
                .header("User-Agent", "curl/8")
                .urlEncodingEnabled(false)
                .get("/v1/credits?key=" + client.key);

        String text = client.request().get("/_darkroom/journal").asString();
        assertThat(text).contains("exchanges").doesNotContain(client.key);
        assertThat(given().get("/_darkroom/journal?path=*" + maskedKey).asString())
                .contains(maskedKey)
                .doesNotContain(client.key);
        assertThat(onlyExchange().getMap("request.headers"))
                .containsEntry("Authorization", "...")
                .containsEntry("X-Api-Key", "...")
                .containsEntry("Cookie", "...")
                .containsEntry("User-Agent", "curl/8");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,         /v1/credits?a=b&c=%20d",
        "localhost,         /aivideoapi/v1/credits?a=b",
        "api.aivideoapi.ai, /v1/credits?a=b",
        "api.aivideoapi.ai, /aivideoapi/v1/credits"
    })
    void recordsPathAsTheClientSentIt(String host, String path) {
        client.request().header("Host", host).urlEncodingEnabled(false).get(path);

        assertThat(onlyExchange().getString("request.path")).isEqualTo(path);
        assertThat(onlyExchange().getMap("request.headers")).containsEntry("Host", host);
    }

    @Test
    void doesNotNormalizePath() throws IOException {
        RawRequest.send("GET /v1/./nope/..//credits?a=%7e HTTP/1.1", "Authorization: Bearer " + client.key);

        assertThat(onlyExchange().getString("request.path")).isEqualTo("/v1/./nope/..//credits?a=%7e");
    }

    @Test
    void truncatesLongBody() {
        String prompt = "A lighthouse. ".repeat(70_000);
        client.createFrom("\"prompt\":\"" + prompt + "\"").then().statusCode(400);

        assertThat(onlyExchange().getInt("request.body_bytes")).isEqualTo(prompt.length() + 45);
        assertThat(onlyExchange().getString("request.body"))
                .startsWith("{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"A lighthouse. A")
                .hasSize(1 << 14);
    }

    @Test
    void omitsBase64Images() {
        String image = "data:image/png;base64," + "iVBORw0KGgo+/AAA".repeat(3000) + "==";
        client.createFrom("\"image_urls\":[\"" + image + "\"]").then().statusCode(400);

        assertThat(onlyExchange().getInt("request.body_bytes")).isGreaterThan(48_000);
        assertThat(onlyExchange().getString("request.body.input.image_urls[0]"))
                .isEqualTo("data:image/png;base64,(48002 characters of Base64)");
    }

    @Test
    void recordsWarnings() {
        client.createFrom(PROMPT + ",\"n\":2");

        assertThat(onlyExchange().getList("warnings", String.class))
                .singleElement()
                .asString()
                .startsWith("`n` is not a field of");
    }

    @Test
    void namesTheTriggerOrRuleOfInjectedFault() throws IOException {
        client.createFrom("\"prompt\":\"[[reject: internal_error]]\"");
        client.control(
                "POST",
                "/faults",
                "{\"rules\":[{\"name\":\"half\",\"when\":{\"operation\":\"credits\"},\"then\":{\"truncate\":0.5}}]}");
        assertThat(RawRequest.send("GET /v1/credits HTTP/1.1", "Authorization: Bearer " + client.key))
                .contains("Darkroom-Fault: half");

        JsonPath journal = journal("");
        assertThat(journal.getList("exchanges.fault")).containsExactly("reject: internal_error in the prompt", "half");
        assertThat(journal.getList("exchanges.answer.status")).containsExactly(500, 200);
        assertThat(journal.getList("exchanges.answer.whole")).containsExactly(true, false);
        assertThat(journal.getList("exchanges.task_id")).containsOnlyNulls();
    }

    @Test
    void recordsUnroutableRequestsUnderTheirKey() {
        client.request().get("/v1/nope").then().statusCode(404);
        client.request().delete("/v1/credits").then().statusCode(405);
        client.request()
                .body(new byte[2_000_000])
                .post("/v1/images/generations")
                .then()
                .statusCode(413);

        JsonPath journal = journal("");
        assertThat(journal.getList("exchanges.answer.status")).containsExactly(404, 405, 413);
        assertThat(journal.getList("exchanges.operation")).containsOnlyNulls();
        assertThat(journal.getList("exchanges.sandbox")).containsOnly(maskedKey);
        assertThat(journal.getString("exchanges[0].answer.body.error.message")).contains("nothing at this path");
    }

    @Test
    void showsUnauthenticatedRequestsOnlyAcrossAllSandboxes() {
        String path = "/v1/tasks/" + UUID.randomUUID();
        String key = "not-sk-" + UUID.randomUUID();
        for (RequestSpecification request : List.of(
                given(),
                given().header("Authorization", "Bearer v1"),
                given().header("Authorization", "Bearer " + key),
                given().header("Authorization", "Basic " + key))) {
            request.get(path).then().statusCode(401);
        }

        String text = given().get("/_darkroom/journal?path=" + path).asString();
        assertThat(text).doesNotContain(key);
        JsonPath all = JsonPath.from(text);
        assertThat(all.getList("exchanges.answer.status")).containsExactly(401, 401, 401, 401);
        assertThat(all.getList("exchanges.operation")).containsOnly("poll");
        assertThat(all.getList("exchanges.sandbox"))
                .containsExactly(null, "v…", "not-s…" + key.substring(key.length() - 2), null);
        assertThat(journal("?path=" + path).getList("exchanges")).isEmpty();
    }

    @Test
    void recordsThatDisconnectedClientReceivedNothing() throws IOException {
        String inbox = "/inbox/" + UUID.randomUUID();
        String body = "{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"[[latency: 60s]] [[progression: instant]]\"},"
                + "\"callback_url\":\"" + TestServer.url("/_darkroom" + inbox) + "\"}";
        String task;
        try (Socket socket = TestServer.current().connect()) {
            RawRequest.sendCreate(socket, client.key, body);
            task = client.control("GET", inbox + "?wait=30s", "").getString("requests[0].body.id");
        }

        JsonPath exchange = journal("?wait=30s").setRootPath("exchanges[0]");
        assertThat(exchange.getInt("answer.status")).isZero();
        assertThat(exchange.getBoolean("answer.whole")).isFalse();
        assertThat(exchange.getMap("answer.headers")).isEmpty();
        assertThat(exchange.getString("operation")).isEqualTo("create");
        assertThat(exchange.getString("task_id")).isEqualTo(task);
        assertThat(exchange.getString("fault")).isEqualTo("latency in the prompt");
        assertThat(exchange.getDouble("duration_ms")).isLessThan(60_000);
        assertThat(exchange.getString("callback.state")).isEqualTo("delivered");
    }

    @Test
    void masksKeyInRequestBody() {
        client.createFrom("\"prompt\":\"my key is " + client.key + ", thanks\"");

        String journal = client.request().get("/_darkroom/journal").asString();
        assertThat(journal).doesNotContain(client.key).contains("my key is sk-te", ", thanks");
    }

    @Test
    void recordsThatClientDisconnectingDuringDripReceivedPart() throws IOException {
        try (Socket socket = TestServer.current().connect()) {
            RawRequest.sendCreate(
                    socket, client.key, "{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"[[drip: 60s]]\"}}");
            socket.setSoTimeout(30_000);
            assertThat(socket.getInputStream().read()).isEqualTo('H');
        }

        JsonPath exchange = journal("?wait=30s").setRootPath("exchanges[0]");
        assertThat(exchange.getInt("answer.status")).isEqualTo(200);
        assertThat(exchange.getBoolean("answer.whole")).isFalse();
        assertThat(exchange.getDouble("duration_ms")).isLessThan(60_000);
    }

    @Test
    void showsCallbackAttemptsWithTheCreateRequest() {
        client.freeze();
        String task = client.createTaskWithCallback("http://localhost:1/hook");
        client.poll(task);
        client.advance("1h");

        JsonPath journal = journal("");
        assertThat(journal.getString("exchanges[0].callback.id")).isEqualTo(task);
        assertThat(journal.getString("exchanges[0].callback.state")).isEqualTo("given_up");
        assertThat(journal.getList("exchanges[0].callback.attempts.result"))
                .containsExactly("unanswered", "unanswered", "unanswered");
        assertThat(journal.getMap("exchanges[1]")).doesNotContainKey("callback");
        assertThat(given().get("/_darkroom/journal?task_id=" + task).jsonPath().getMap("exchanges[0]"))
                .doesNotContainKey("callback");
    }

    @Test
    void recordsExchangeBeforeTheClientHasTheResponse() {
        for (int i = 0; i < 200; i++) {
            String task = client.createTask(PROMPT);

            assertThat(journal("?limit=1").getList("exchanges.task_id")).containsExactly(task);
        }
    }

    private JsonPath onlyExchange() {
        JsonPath journal = journal("");
        assertThat(journal.getList("exchanges")).hasSize(1);
        return journal.setRootPath("exchanges[0]");
    }

    private JsonPath journal(String query) {
        return client.control("GET", "/journal" + query, "");
    }
}
