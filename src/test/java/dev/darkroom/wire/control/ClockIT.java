package dev.darkroom.wire.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every clock operation, and everything that depends on the clock. */
@WireTest
class ClockIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    void reportsEventsOfAdvance() {
        Instant start = now();
        client.createTask("\"prompt\":\"a\"");
        client.createTask("\"prompt\":\"[[fail]]\"");
        client.createTaskWithCallback("http://localhost:1/hook");

        JsonPath advance = client.clock("{\"advance\":\"2s\"}");

        assertThat(advance.getString("from")).isEqualTo(start.toString());
        assertThat(advance.getString("now")).isEqualTo(start.plusSeconds(2).toString());
        assertThat(advance.getInt("events")).isEqualTo(7);
        assertThat(advance.getMap("happened").toString())
                .isEqualTo("{started=3, completed=2, failed=1, callbacks_delivered=0, callbacks_undelivered=1}");
        assertThat(client.clock("{\"advance\":\"0s\"}").getInt("events")).isZero();
    }

    @Test
    void setsClockToFutureInstant() {
        String task = client.createTask("\"prompt\":\"p\"");
        client.clock("{\"set\":\"2099-01-02T03:04:05+01:00\"}");

        assertThat(now()).isEqualTo(Instant.parse("2099-01-02T02:04:05Z"));
        assertThat(client.task(task).getString("status")).isEqualTo("completed");
        assertThat(client.createTask("\"prompt\":\"p\""))
                .satisfies(next -> assertThat(client.task(next).getLong("created_at"))
                        .isEqualTo(Instant.parse("2099-01-02T02:04:05Z").getEpochSecond()));
    }

    @Test
    void runsAtGivenScale() {
        Instant start = now();
        assertThat(client.clock("{\"scale\":86400}").getInt("scale")).isEqualTo(86400);
        assertThat(now()).isEqualTo(start);

        client.clock("{\"resume\":true}");
        client.createTaskWithCallback("http://localhost:1/hook");
        String last = client.createTask("\"prompt\":\"p\"");
        String status = "";
        while (!status.equals("completed")) {
            status = client.task(last).getString("status");
        }
        client.freeze();
        assertThat(Duration.between(start, now())).isGreaterThan(Duration.ofSeconds(2));
        assertThat(client.clock("{\"scale\":0.5}").getString("scale")).isEqualTo("0.5");
    }

    /** Clients wait in real time, however fast the clock of the sandbox runs. */
    @Test
    void sendsRetryAfterInRealTime() {
        client.changeSandbox("{\"rate_limit\":{\"requests\":1,\"window\":\"1h\"}}");
        client.createTask("\"prompt\":\"p\"");
        client.create().then().statusCode(429).header("Retry-After", "3600");

        client.clock("{\"scale\":60}");
        client.create().then().statusCode(429).header("Retry-After", "3600");
        client.clock("{\"resume\":true}");
        client.create().then().statusCode(429).header("Retry-After", "60");
    }

    @Test
    void movesSpendWindowsAndLedgerInstants() {
        client.changeSandbox("{\"spend_limits\":{\"daily\":2.4}}");
        client.createTask("\"prompt\":\"p\"");
        client.create().then().statusCode(429);

        client.clock("{\"set\":\"" + now().plus(Duration.ofDays(1)) + "\"}");
        client.createTask("\"prompt\":\"p\"");
        assertThat(client.control("GET", "/ledger", "").getString("entries[-1].at"))
                .isEqualTo(now().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"set\":\"2020-01-01T00:00:00Z\"}; never goes back",
                "{\"set\":\"tomorrow\"}; must be an instant",
                "{\"set\":5}; must be a string",
                "{\"set\":\"+10000-01-01T00:00:00Z\"}; stops at",
                "{\"scale\":0}; from 0.001 to 86400",
                "{\"scale\":-1}; from 0.001 to 86400",
                "{\"scale\":86401}; from 0.001 to 86400",
                "{\"scale\":1.00001}; from 0.001 to 86400",
                "{\"scale\":\"60\"}; from 0.001 to 86400",
                "{\"scale\":null}; from 0.001 to 86400",
                "{\"advance\":\"-1s\"}; must be a duration",
                "{\"freeze\":false}; only be true",
                "{\"freeze\":true,\"scale\":2}; exactly one of",
                "{\"stop\":true}; freeze, advance, set, scale, resume"
            })
    void rejectsInvalidOperations(String body, String message) {
        Instant before = now();
        client.request()
                .body(body)
                .post("/_darkroom/clock")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("invalid_request"))
                .body("error.message", containsString(message));
        assertThat(now()).isEqualTo(before);
    }

    @Test
    void stopsAtEndOfYear9999() {
        client.clock("{\"set\":\"9999-12-31T23:59:59Z\"}");
        String task = client.createTask("\"prompt\":\"p\"");
        client.request()
                .body("{\"advance\":\"1s\"}")
                .post("/_darkroom/clock")
                .then()
                .statusCode(400)
                .body("error.message", containsString("stops at"));
        client.clock("{\"resume\":true}");
        assertThat(client.task(task).getString("status")).isEqualTo("pending");
    }

    private Instant now() {
        return Instant.parse(client.control("GET", "/clock", "").getString("now"));
    }
}
