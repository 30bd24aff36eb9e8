package dev.darkroom.wire.getimg;

import static dev.darkroom.wire.getimg.ErrorAssertions.assertRefused;
import static dev.darkroom.wire.getimg.GetImgClient.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The balance, and the costs of each day. */
@WireTest
class BillingIT {

    private static final String COSTS = "/v2/billing/costs";

    private final GetImgClient client = new GetImgClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.freezeAndFinishTasksInstantly();
    }

    @Test
    @Documented(value = "providers/getimg.md §1, a string", dialect = "getimg", of = "Balance.*")
    @Documented(value = "an initial balance of 100 dollars", dialect = "getimg", certainty = Certainty.INFERRED)
    void balanceIsString() {
        assertThat(client.api().get("/v2/billing/balance").asString())
                .isEqualTo("{\"balance\":\"100.00\",\"currency\":\"USD\"}");
        client.generateFrom("p");
        assertThat(client.api().get("/v2/billing/balance").<String>path("balance"))
                .isEqualTo("99.94");
        client.changeSandbox("{\"credits\":12.345}");
        assertThat(client.api().get("/v2/billing/balance").<String>path("balance"))
                .isEqualTo("12.345");
    }

    @Test
    @Documented(
            value = "providers/getimg.md §1; SDK getimg-python: one entry per UTC day, with numbers",
            dialect = "getimg",
            of = {"Costs.*", "Cost.*"})
    void listsCostsByDay() {
        setClock("2027-03-01T23:00:00Z");
        client.generateFrom("p");
        client.generateFrom("[[fail]]");
        client.advance("2h");
        client.generateWith("\"resolution\":\"2K\"");
        client.generateFrom("p");

        assertThat(costs("2027-03-01T00:00:00Z", "2027-03-03T00:00:00+00:00").asString())
                .isEqualTo("{\"currency\":\"USD\",\"data\":[{\"cost\":0.06,\"date\":\"2027-03-01\"},"
                        + "{\"cost\":0.18,\"date\":\"2027-03-02\"},{\"cost\":0,\"date\":\"2027-03-03\"}],"
                        + "\"start\":\"2027-03-01T00:00:00.000Z\",\"end\":\"2027-03-03T00:00:00.000Z\","
                        + "\"total_cost\":0.24}");
    }

    @Test
    @Documented(
            value = "SDK getimg-python: both ends are included",
            dialect = "getimg",
            of = {"Costs.start", "Costs.end"})
    void countsOnlyCostsInRange() {
        setClock("2027-03-01T12:00:00Z");
        client.generateFrom("p");
        client.advance("1s");
        client.generateWith("\"resolution\":\"2K\"");

        assertThat(total("2027-03-01T12:00:00Z", "2027-03-01T12:00:01Z")).isEqualTo("0.18");
        assertThat(total("2027-03-01T12:00:00.001Z", "2027-03-01T12:00:01Z")).isEqualTo("0.12");
        assertThat(total("2027-03-01T14:00:00+02:00", "2027-03-01T14:00:00.999+02:00"))
                .isEqualTo("0.06");
        assertThat(total("2027-03-01T13:00:00Z", "2027-03-01T14:00:00Z")).isEqualTo("0");
    }

    @Test
    void heldCreditsAreNotCosts() {
        client.changeSandbox("{\"progression\":\"timed\"}");
        setClock("2027-03-01T12:00:00Z");
        CompletableFuture<Response> response = client.generateAsync("p");
        client.awaitTasks(1);

        assertThat(total("2027-03-01T00:00:00Z", "2027-03-02T00:00:00Z")).isEqualTo("0");
        client.advance("2s");
        await(response).then().statusCode(200);
        assertThat(total("2027-03-01T00:00:00Z", "2027-03-02T00:00:00Z")).isEqualTo("0.06");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-01, 2027-01-02T00:00:00Z, start",
        "2027-01-01T00:00:00, 2027-01-02T00:00:00Z, start",
        "yesterday, 2027-01-02T00:00:00Z, start",
        "2027-01-01T00:00:00Z, 2027-01-02T00:00:00, end",
        "2027-01-01T00:00:00Z, 2027-02-30T00:00:00Z, end",
        "-0001-01-01T00:00:00Z, 2027-01-02T00:00:00Z, start",
        "+10000-01-01T00:00:00Z, 2027-01-02T00:00:00Z, start"
    })
    @Documented(
            value = "providers/getimg.md §1, ISO 8601 times with a time zone",
            dialect = "getimg",
            of = "invalid_parameter")
    void rejectsInvalidTime(String start, String end, String param) {
        assertRefused(
                costs(start, end),
                400,
                "invalid_parameter",
                param,
                "Invalid value for '" + param + "'. It must be an ISO 8601 date and time with a time zone.");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-02T00:00:00Z, 2027-01-01T00:00:00Z, It must be after 'start'.",
        "2027-01-01T00:00:00Z, 2027-01-01T00:00:00Z, It must be after 'start'.",
        "2027-01-01T00:00:00Z, 2027-06-30T00:00:01Z, It must be within 180 days of 'start'."
    })
    @Documented(value = "providers/getimg.md §1, at most 180 days", dialect = "getimg", of = "invalid_parameter")
    void rejectsInvalidRange(String start, String end, String hint) {
        assertRefused(costs(start, end), 400, "invalid_parameter", "end", "Invalid value for 'end'. " + hint);
    }

    @Test
    @Documented(value = "providers/getimg.md §1, at most 180 days", dialect = "getimg", of = "Costs.data")
    void acceptsRangeOf180Days() {
        assertThat(costs("2027-01-01T00:00:00Z", "2027-06-30T00:00:00Z")
                        .jsonPath()
                        .getList("data"))
                .hasSize(181);
    }

    @Test
    @Documented(value = "SDK getimg-python: both are required", dialect = "getimg", of = "parameter_missing")
    void requiresStartAndEnd() {
        assertRefused(
                client.api().get(COSTS), 400, "parameter_missing", "start", "Missing required parameter: 'start'.");
        assertRefused(client.api().queryParam("start", "2027-01-01T00:00:00Z").get(COSTS), 400, "parameter_missing");
    }

    private Response costs(String start, String end) {
        return client.api().queryParam("start", start).queryParam("end", end).get(COSTS);
    }

    private String total(String start, String end) {
        return costs(start, end).then().statusCode(200).extract().jsonPath().getString("total_cost");
    }

    private void setClock(String instant) {
        client.control("POST", "/clock", "{\"set\":\"" + instant + "\"}");
    }
}
