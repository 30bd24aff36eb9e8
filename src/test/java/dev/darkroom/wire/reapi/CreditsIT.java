package dev.darkroom.wire.reapi;

import static dev.darkroom.wire.reapi.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The price of a task, and when credits are held, captured and refunded. */
@WireTest
class CreditsIT {

    private final ReApiClient client = new ReApiClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    @Documented(value = "providers/reapi.md §6, on the vendor's balance page", dialect = "reapi", of = "Balance.*")
    @Documented(
            value = "providers/reapi.md §6: sign-up credits for a few hundred images; the number is inferred",
            dialect = "reapi",
            certainty = Certainty.INFERRED)
    void balanceIsWholeNumber() {
        assertThat(client.balance().asString()).isEqualTo("{\"balance\":5000}");
        client.change("\"credits\":7.999");
        assertThat(client.balance().asString()).isEqualTo("{\"balance\":7}");
    }

    @ParameterizedTest
    @CsvSource({"1k,7", "2k,14", "4k,20"})
    @Documented(value = "seeds/002: Pricing, Self", dialect = "reapi")
    @Documented(
            value = "providers/reapi.md §9: credits are charged on submit, on the vendor's overview page",
            dialect = "reapi")
    void basicPriceDependsOnResolution(String resolution, long price) {
        client.basic("\"size\":\"16:9\"", "\"resolution\":\"" + resolution + "\"")
                .then()
                .statusCode(200);

        assertThat(client.credits()).isEqualTo(5000 - price);
    }

    @ParameterizedTest
    @CsvSource({
        "1:1,1k,low,6",
        "1:1,1k,medium,47",
        "1:1,1k,high,186",
        "16:9,1k,high,186",
        "9:16,2k,medium,47",
        "3:4,2k,high,186",
        "21:9,2k,low,6",
        "16:9,4k,high,1467",
        "9:21,4k,high,1467"
    })
    @Documented(value = "seeds/002: Pricing, Stable", dialect = "reapi", of = "OfficialRequest.quality")
    void officialPriceDependsOnQualityAndOn4kOnly(String size, String resolution, String quality, long price) {
        official(size, resolution, quality, 1);

        assertThat(client.credits()).isEqualTo(5000 - price);
    }

    @ParameterizedTest
    @CsvSource({"16:9,low,6", "21:9,medium,47"})
    @Documented(
            value = "the page lists no low and no medium price at 4K; they are the same as at the other sizes",
            dialect = "reapi",
            certainty = Certainty.INFERRED)
    void onlyHighQualityCostsMoreAt4k(String size, String quality, long price) {
        official(size, "4k", quality, 1);

        assertThat(client.credits()).isEqualTo(5000 - price);
    }

    @ParameterizedTest
    @CsvSource({
        "1008x1008,low,6",
        "1024x1040,medium,47",
        "3840x1632,high,186",
        "3840x1648,high,1467",
        "2880x2880,high,1467",
        "3840x2160,medium,47"
    })
    @Documented(
            value = "a size in pixels is 4K from 3840x1648 pixels on, the smallest size of the resolution 4k",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            of = "OfficialRequest.size")
    void pricesSizesInPixels(String size, String quality, long price) {
        official(size, "1k", quality, 1);

        assertThat(client.credits()).isEqualTo(5000 - price);
    }

    @Test
    @Documented(
            value = "providers/reapi.md §9.1: per image, times n; §9.2: auto is priced as medium",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            of = {"OfficialRequest.n", "OfficialRequest.quality"})
    void chargesPerImageAndPricesAutoAsMedium() {
        official("1:1", "1k", "high", 3);
        assertThat(client.credits()).isEqualTo(5000 - 3 * 186);
        official("1:1", "1k", "auto", 1);
        client.official().then().statusCode(200);
        assertThat(client.credits()).isEqualTo(5000 - 3 * 186 - 2 * 47);
    }

    @Test
    @Documented(
            value =
                    "seeds/002: Pay only for completed generations; providers/reapi.md §9: refunded once, before a poll shows it",
            dialect = "reapi")
    void refundsFailedTaskOnce() {
        String id = ReApiClient.id(client.official("\"n\":4", "\"prompt\":\"[[fail: 80006]]\""));
        assertThat(client.credits()).isEqualTo(5000 - 4 * 47);
        client.advance("2s");

        assertThat(client.task(id).getString("status")).isEqualTo("failed");
        assertThat(client.credits()).isEqualTo(5000);
        client.poll(id);
        JsonPath ledger = client.control("GET", "/ledger", "");
        assertThat(ledger.getList("entries.findAll { it.kind == 'refund' }")).hasSize(1);
    }

    @Test
    void capturesPriceOfCompletedTask() {
        client.advanceToEnd(client.basic());

        assertThat(client.credits()).isEqualTo(4993);
        assertThat(client.control("GET", "/ledger", "").getInt("captured")).isEqualTo(7);
    }

    @Test
    @Documented(
            value = "providers/reapi.md §7: 402, and a text that may contain the balance; the code is invented",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            of = {"30001", "Error.*"})
    void reportsPriceAndBalanceWhenCreditsAreInsufficient() {
        client.change("\"credits\":93");

        assertRefused(
                client.official("\"n\":2"),
                402,
                30001,
                "Insufficient credits: this request costs 94, the balance is 93");
        assertThat(client.credits()).isEqualTo(93);
        client.official().then().statusCode(200);
    }

    @Test
    @Documented(value = "providers/reapi.md §5: polls are free", dialect = "reapi")
    void pollsAreFree() {
        String id = ReApiClient.id(client.basic());
        for (int i = 0; i < 70; i++) {
            assertThat(client.poll(id).statusCode()).isEqualTo(200);
        }
        assertThat(client.credits()).isEqualTo(4993);
    }

    private void official(String size, String resolution, String quality, int count) {
        client.official(
                        "\"size\":\"" + size + "\"",
                        "\"resolution\":\"" + resolution + "\"",
                        "\"quality\":\"" + quality + "\"",
                        "\"n\":" + count)
                .then()
                .statusCode(200);
    }
}
