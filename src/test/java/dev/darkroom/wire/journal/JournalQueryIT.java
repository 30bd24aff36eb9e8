package dev.darkroom.wire.journal;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.darkroom.Background;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.client.RawRequest;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searching, paging, waiting for and clearing the journal. */
@WireTest
class JournalQueryIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    /** One create, two polls, two rejected creates, one without a response, and one balance request. */
    @ParameterizedTest
    @CsvSource({
        "method=POST,                     create create create create",
        "method=get,                      poll poll credits",
        "path=/v1/tasks/*,                poll poll",
        "path=*/credits,                  credits",
        "path=/v1/credits?a=b,            credits",
        "path=/v1/*,                      create poll poll create create create credits",
        "path=/v1,                        ''",
        "status=200,                      create poll poll credits",
        "status=503,                      create",
        "status=5xx,                      create create",
        "status=0,                        create",
        "operation=credits,               credits",
        "operation=file,                  ''",
        "task_id=TASK,                    create poll poll",
        "fault=*,                         create create create",
        "fault=reject: *,                 create create",
        "fault=empty in the prompt,       create",
        "operation=create&status=2xx,     create",
        "operation=poll&limit=1,          poll"
    })
    void findsMatchingExchanges(String query, String operations) throws IOException {
        client.freeze();
        String task = client.createTask("\"prompt\":\"p\"");
        client.poll(task);
        client.poll(task);
        client.createFrom("\"prompt\":\"[[reject: upstream_error]]\"");
        client.createFrom("\"prompt\":\"[[reject: internal_error]]\"");
        assertThat(RawRequest.create(client.key, "{\"model\":\"gpt-image-2\",\"prompt\":\"[[empty]]\"}"))
                .isEmpty();
        client.request().get("/v1/credits?a=b");

        assertThat(String.join(
                        " ", journal("?" + query.replace("TASK", task)).getList("exchanges.operation", String.class)))
                .isEqualTo(operations);
    }

    @Test
    void pagesWithoutGapsOrDuplicates() throws Exception {
        CompletableFuture<Void> traffic = Background.run(() -> {
            for (int i = 0; i < 100; i++) {
                client.request().get("/v1/credits");
            }
        });
        List<Long> seen = new ArrayList<>();
        long since = 0;
        boolean isComplete = false;
        while (!isComplete) {
            boolean isTrafficDone = traffic.isDone();
            JsonPath page = journal("?limit=7&since=" + since);
            List<Long> numbers = page.getList("exchanges.number", Long.class);
            assertThat(numbers).hasSizeLessThanOrEqualTo(7);
            seen.addAll(numbers);
            since = page.getLong("next_since");
            isComplete = isTrafficDone && numbers.isEmpty();
        }

        assertThat(seen).hasSize(100).isSorted().doesNotHaveDuplicates();
        assertThat(journal("?limit=1000").getList("exchanges.number", Long.class))
                .isEqualTo(seen);
    }

    @Test
    void returnsNewestExchangesWithoutSince() {
        for (String path : List.of("a", "b", "c", "d")) {
            client.request().get("/v1/" + path);
        }

        assertThat(journal("?limit=2").getList("exchanges.request.path")).containsExactly("/v1/c", "/v1/d");
        assertThat(journal("?limit=2&since=0").getList("exchanges.request.path"))
                .containsExactly("/v1/a", "/v1/b");
    }

    @Test
    void summariesHaveNoHeadersBodiesAndCallbacks() {
        client.freeze();
        client.createTaskWithCallback("http://localhost:1/hook");
        client.advance("1h");

        JsonPath full = journal("?detail=full");
        Map<String, Object> summary = journal("?detail=summary").getMap("exchanges[0]");

        assertThat(full.getMap("exchanges[0]")).isEqualTo(journal("").getMap("exchanges[0]"));
        assertThat(full.getMap("exchanges[0]")).containsKey("callback");
        assertThat(summary)
                .containsEntry("request", Map.of("method", "POST", "path", "/v1/images/generations"))
                .containsEntry("answer", Map.of("status", 200, "whole", true));
        Map<String, Object> others = new HashMap<>(full.getMap("exchanges[0]"));
        others.keySet().removeAll(List.of("request", "answer", "callback"));
        assertThat(summary).containsAllEntriesOf(others).hasSize(others.size() + 2);
    }

    @Test
    void summariesAsTextHaveNoBodies() {
        client.create();

        assertThat(client.request()
                        .get("/_darkroom/journal?detail=summary&format=text")
                        .asString()
                        .lines())
                .singleElement()
                .asString()
                .contains("POST /v1/images/generations -> 200");
    }

    @Test
    void waitsForMissingExchanges() throws Exception {
        client.credits();
        CompletableFuture<JsonPath> waiter =
                Background.supply(() -> journal("?operation=poll&status=404&wait=60s&count=2&limit=1"));
        client.request().get("/v1/tasks/a");
        client.credits();
        client.request().get("/v1/tasks/b");

        assertThat(waiter.get(60, TimeUnit.SECONDS).getList("exchanges.request.path"))
                .containsExactly("/v1/tasks/b");
    }

    @Test
    void waitsForExchangesAfterSince() throws Exception {
        client.credits();
        long since = journal("").getLong("next_since");
        CompletableFuture<JsonPath> waiter = Background.supply(() -> journal("?wait=60s&since=" + since));
        client.request().get("/v1/tasks/a");

        assertThat(waiter.get(60, TimeUnit.SECONDS).getList("exchanges.request.path"))
                .containsExactly("/v1/tasks/a");
    }

    @Test
    void returnsAvailableExchangesWhenWaitExpires() {
        client.credits();

        assertThat(journal("?wait=10ms&count=2").getList("exchanges.operation")).containsExactly("credits");
        assertThat(journal("?wait=0s&operation=poll").getList("exchanges")).isEmpty();
    }

    @Test
    void requiresKeyToWait() {
        given().get("/_darkroom/journal?wait=1s").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "status=600,       status, It must be a status such as 503",
        "status=6xx,       status, It must be a status such as 503",
        "status=ok,        status, It must be a status such as 503",
        "operation=task,   operation, Use one of: create",
        "operation=Create, operation, Use one of: create",
        "task_id=7,        task_id, It must be the id of a task.",
        "since=-1,         since, It must be the number of an exchange",
        "since=x,          since, It must be the number of an exchange",
        "limit=0,          limit, It must be a number from 1 to 1000.",
        "limit=1001,       limit, It must be a number from 1 to 1000.",
        "detail=short,     detail, Use one of: full, summary.",
        "count=0,          count, It must be a number from 1 to 1000.",
        "wait=61s,         wait, It must be at most 60s.",
        "wait=soon,        wait, It must be a duration",
        "wait=,            wait, It must be a duration"
    })
    void rejectsInvalidParameter(String query, String name, String hint) {
        client.request()
                .get("/_darkroom/journal?" + query)
                .then()
                .statusCode(400)
                .body("error.message", startsWith("'" + name + "' is invalid. " + hint));
    }

    @Test
    void rejectsUnknownParameter() {
        client.request()
                .get("/_darkroom/journal?taskid=7")
                .then()
                .statusCode(400)
                .body("error.message", startsWith("'taskid' is not a parameter here. Use: method, path,"));
    }

    @Test
    void clearsOneSandboxAndKeepsNumbering() {
        AiVideoApiClient other = new AiVideoApiClient();
        other.credits();
        client.credits();
        long since = journal("").getLong("next_since");

        JsonPath cleared = client.control("DELETE", "/journal", "");
        assertThat(cleared.getList("exchanges")).isEmpty();
        client.request().get("/v1/tasks/a");

        assertThat(journal("").getList("exchanges.request.path")).containsExactly("/v1/tasks/a");
        assertThat(journal("").getLong("exchanges[0].number")).isGreaterThan(since);
        assertThat(other.control("GET", "/journal", "").getList("exchanges")).hasSize(1);
    }

    /** A client that expects to clear only a part would lose the whole journal. */
    @Test
    void rejectsFilterWhenClearing() {
        client.credits();
        client.request()
                .delete("/_darkroom/journal?operation=poll")
                .then()
                .statusCode(400)
                .body(
                        "error.message",
                        equalTo("'operation' is not a parameter here. This request takes no parameters."));

        assertThat(journal("").getList("exchanges")).hasSize(1);
    }

    private JsonPath journal(String query) {
        return client.control("GET", "/journal" + query, "");
    }
}
