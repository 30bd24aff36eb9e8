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
    @Documented(
            value = "SDK getimg-python: the balance is a string, the currency is USD",
            rule = "the balance is a text in US dollars",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            of = "Balance.*",
            witness = "getimg-python 0.4.0, Prism 5.16.0")
    @Documented(
            value = "providers/getimg.md §1: an example; the SDK states only a string",
            rule = "the balance has two decimals, or three if it needs them",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "Balance.balance")
    @Documented(
            value = "SDK getimg-python: the balance is that of a workspace",
            rule = "each key has its own balance",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.SCOPE)
    @Documented(
            value = "the balance is prepaid, but no page has a figure (providers/getimg.md §7)",
            rule = "the initial balance is 100 dollars",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED)
    void balanceIsString() {
        assertThat(client.api().get("/v2/billing/balance").asString())
                .isEqualTo("{\"balance\":\"100.00\",\"currency\":\"USD\"}");
        client.generateFrom("p");
        assertThat(client.api().get("/v2/billing/balance").<String>path("balance"))
                .isEqualTo("99.94");
        client.changeSandbox("{\"credits\":12.345}");
        assertThat(client.api().get("/v2/billing/balance").<String>path("balance"))
                .isEqualTo("12.345");
        assertThat(new GetImgClient().balance()).isEqualByComparingTo("100");
    }

    @Test
    @Documented(
            value = "SDK getimg-python: one bucket per UTC calendar date in the range, the range, and its total",
            rule = "the costs have one entry for each day in UTC, and a total",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            of = {"Costs.*", "Cost.*"})
    @Documented(
            value = "SDK getimg-python: costs are of type float",
            rule = "costs are numbers, unlike the balance",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            of = {"Cost.cost", "Costs.total_cost"},
            witness = "getimg-python 0.4.0, Prism 5.16.0")
    @Documented(
            value = "providers/getimg.md §9: failed generations are not charged",
            rule = "a failed generation is not a cost",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED)
    @Documented(
            value = "the SDK states neither an order nor a format",
            rule = "the oldest day is first, and the range is stated in UTC with milliseconds",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = {"Costs.data", "Costs.start", "Costs.end"})
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
            value = "SDK getimg-python: start and end are inclusive",
            rule = "a cost at the start or the end of the range is included",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            of = "Costs.total_cost")
    @Documented(
            value = "SDK getimg-python: the timestamps must include a time zone",
            rule = "start and end can have any time zone",
            negativeTest = "rejectsInvalidTime",
            dialect = "getimg",
            witness = "getimg-python 0.4.0")
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
    @Documented(
            value = "the SDK does not say when a cost arises",
            rule = "a generation in progress is not a cost until it is finished",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "Costs.total_cost")
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
        "0000-01-01T00:00:00Z, 0000-01-02T00:00:00Z, start",
        "+10000-01-01T00:00:00Z, 2027-01-02T00:00:00Z, start"
    })
    @Documented(
            value = "SDK getimg-python: ISO 8601 timestamps that must include a time zone",
            rule = "rejects a date without a time, and a time without a time zone",
            negativeTest = "countsOnlyCostsInRange",
            dialect = "getimg",
            of = "invalid_parameter",
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "no page gives a range",
            rule = "rejects years before 1 and after 9999",
            negativeTest = "acceptsFirstAndLastYear",
            dialect = "getimg",
            certainty = Certainty.INFERRED)
    @Documented(
            value = "no page shows this error",
            rule = "the error for an invalid time names the parameter and the format",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED)
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
    @Documented(
            value = "SDK getimg-python: the end must fall after the start",
            rule = "rejects an end that is not after the start",
            negativeTest = "countsOnlyCostsInRange",
            dialect = "getimg",
            of = "invalid_parameter",
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "SDK getimg-python: the end must be within 180 days of the start",
            rule = "rejects a range of more than 180 days",
            negativeTest = "acceptsRangeOf180Days",
            dialect = "getimg",
            of = "invalid_parameter",
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "no page shows this error",
            rule = "the error for an invalid range is about the end",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED)
    void rejectsInvalidRange(String start, String end, String hint) {
        assertRefused(costs(start, end), 400, "invalid_parameter", "end", "Invalid value for 'end'. " + hint);
    }

    @Test
    @Documented(
            value = "SDK getimg-python: the end must be within 180 days of the start",
            rule = "accepts a range of 180 days",
            negativeTest = "rejectsInvalidRange",
            dialect = "getimg",
            of = "Costs.data",
            witness = "getimg-python 0.4.0")
    void acceptsRangeOf180Days() {
        assertThat(costs("2027-01-01T00:00:00Z", "2027-06-30T00:00:00Z")
                        .jsonPath()
                        .getList("data"))
                .hasSize(181);
    }

    @Test
    @Documented(
            value = "no page gives a range",
            rule = "accepts the years 1 and 9999",
            negativeTest = "rejectsInvalidTime",
            dialect = "getimg",
            certainty = Certainty.INFERRED)
    void acceptsFirstAndLastYear() {
        assertThat(total("0001-01-01T00:00:00Z", "0001-01-02T00:00:00Z")).isEqualTo("0");
        assertThat(total("9999-12-30T00:00:00Z", "9999-12-31T23:59:59.999Z")).isEqualTo("0");
    }

    @Test
    @Documented(
            value = "SDK getimg-python: start and end are required",
            rule = "requires start and end",
            negativeTest = "countsOnlyCostsInRange",
            dialect = "getimg",
            of = "parameter_missing",
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "no page shows this error",
            rule = "the error for a missing time has the text of the one for a missing field",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED)
    void requiresStartAndEnd() {
        assertRefused(
                client.api().get(COSTS), 400, "parameter_missing", "start", "Missing required parameter: 'start'.");
        assertRefused(
                client.api().queryParam("start", "2027-01-01T00:00:00Z").get(COSTS),
                400,
                "parameter_missing",
                "end",
                "Missing required parameter: 'end'.");
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
