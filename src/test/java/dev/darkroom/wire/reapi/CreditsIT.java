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
    @Documented(
            value = "providers/reapi.md §6, on the vendor's balance page",
            dialect = "reapi",
            rule = "the balance is a whole number of credits",
            of = "Balance.*",
            negativeTest = Documented.SAME,
            witness = "Prism 5.16.0")
    @Documented(
            value = "seeds/002: Create an API key: free signup credits",
            dialect = "reapi",
            rule = "the credits of a new key cover a few hundred images of the basic channel",
            negativeTest = Documented.SAME)
    @Documented(
            value = "providers/reapi.md §6: no page gives the number",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "a new key has 5000 credits",
            negativeTest = Documented.SAME)
    @Documented(
            value = "only the control API grants fractions of a credit",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "the balance is rounded down",
            of = "Balance.balance",
            negativeTest = Documented.SAME)
    void balanceIsWholeNumber() {
        assertThat(client.credits() / 7).isBetween(200L, 999L);
        assertThat(client.balance().asString()).isEqualTo("{\"balance\":5000}");
        client.change("\"credits\":7.999");
        assertThat(client.balance().asString()).isEqualTo("{\"balance\":7}");
    }

    @ParameterizedTest
    @CsvSource({"1:1,1k,7", "16:9,1k,7", "3:4,2k,14", "2:1,2k,14", "16:9,4k,20", "9:21,4k,20"})
    @Documented(
            value = "seeds/002: Pricing, Self; Two variants, one endpoint: flat per-resolution price",
            dialect = "reapi",
            rule = "an image of the basic channel costs 7 credits at 1k, 14 at 2k and 20 at 4k, whatever its"
                    + " ratio",
            of = "Generation.resolution",
            negativeTest = Documented.SAME)
    @Documented(
            value = "providers/reapi.md §9: credits are taken at submit, on the vendor's overview page",
            dialect = "reapi",
            rule = "the price is charged when the task is submitted",
            negativeTest = "pollsAreFree")
    void basicPriceDependsOnResolution(String size, String resolution, long price) {
        client.basic("\"size\":\"" + size + "\"", "\"resolution\":\"" + resolution + "\"")
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
    @Documented(
            value = "seeds/002: Pricing, Stable",
            dialect = "reapi",
            rule = "an image of the official channel costs 6, 47 or 186 credits in low, medium or high"
                    + " quality, and 1467 in high quality at 4k",
            of = "OfficialRequest.quality",
            negativeTest = "onlyHighQualityCostsMoreAt4k")
    void officialPriceDependsOnQualityAndOn4kOnly(String size, String resolution, String quality, long price) {
        official(size, resolution, quality, 1);

        assertThat(client.credits()).isEqualTo(5000 - price);
    }

    @ParameterizedTest
    @CsvSource({"16:9,low,6", "21:9,medium,47"})
    @Documented(
            value = "seeds/002: Pricing, Stable, has no low and no medium price at 4K",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "low and medium quality cost the same at 4k as at 1k and 2k",
            of = "OfficialRequest.quality",
            negativeTest = "officialPriceDependsOnQualityAndOn4kOnly")
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
            value = "the smallest size of the resolution 4k",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "a size in pixels with at least as many pixels as 3840x1648 is priced as 4k",
            of = "OfficialRequest.size",
            negativeTest = Documented.SAME)
    void pricesSizesInPixels(String size, String quality, long price) {
        official(size, "1k", quality, 1);

        assertThat(client.credits()).isEqualTo(5000 - price);
    }

    @Test
    @Documented(
            value = "providers/reapi.md §9.1: the price is multiplied by n; seeds/002 has the unit 1 image",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "the price is per image: n images cost n times as much",
            of = "OfficialRequest.n",
            negativeTest = Documented.SAME)
    @Documented(
            value = "providers/reapi.md §9.2: the price of auto is unknown",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "quality auto, which is the default, costs as much as medium",
            of = "OfficialRequest.quality",
            negativeTest = "officialPriceDependsOnQualityAndOn4kOnly")
    void chargesPerImageAndPricesAutoAsMedium() {
        official("1:1", "1k", "high", 3);
        assertThat(client.credits()).isEqualTo(5000 - 3 * 186);
        official("1:1", "1k", "auto", 1);
        client.official().then().statusCode(200);
        assertThat(client.credits()).isEqualTo(5000 - 3 * 186 - 2 * 47);
    }

    @Test
    @Documented(
            value = "seeds/002: Pricing: Pay only for completed generations",
            dialect = "reapi",
            rule = "a failed task costs nothing",
            negativeTest = "capturesPriceOfCompletedTask")
    @Documented(
            value = "providers/reapi.md §9: a failed task, on the vendor's overview page",
            dialect = "reapi",
            rule = "a failed task is refunded once, before a poll shows the failure",
            negativeTest = "capturesPriceOfCompletedTask")
    void refundsFailedTaskOnce() {
        String id = ReApiClient.id(client.official("\"n\":4", "\"prompt\":\"[[fail: 80006]]\""));
        assertThat(client.credits()).isEqualTo(5000 - 4 * 47);
        client.advance("2s");

        assertThat(client.credits()).isEqualTo(5000);
        assertThat(client.task(id).getString("status")).isEqualTo("failed");
        assertThat(client.credits()).isEqualTo(5000);
        client.poll(id);
        JsonPath ledger = client.control("GET", "/ledger", "");
        assertThat(ledger.getList("entries.findAll { it.kind == 'refund' }")).hasSize(1);
    }

    @Test
    @Documented(
            value = "seeds/002: Pricing: Pay only for completed generations",
            dialect = "reapi",
            rule = "a completed task costs its price",
            negativeTest = "refundsFailedTaskOnce")
    void capturesPriceOfCompletedTask() {
        client.advanceToEnd(client.basic());

        assertThat(client.credits()).isEqualTo(4993);
        assertThat(client.control("GET", "/ledger", "").getInt("captured")).isEqualTo(7);
    }

    @Test
    @Documented(
            value = "providers/reapi.md §7: 402, not enough credits",
            dialect = "reapi",
            rule = "a request that costs more than the balance gets 402",
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/reapi.md §7: the code is unknown",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "the code of a 402 is 30001",
            of = "30001",
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/reapi.md §7: texts may contain the balance",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "the text for too few credits has the price and the balance",
            of = "Error.error.message",
            negativeTest = Documented.SAME)
    void reportsPriceAndBalanceWhenCreditsAreInsufficient() {
        client.change("\"credits\":93");

        assertRefused(
                client.official("\"n\":2"),
                402,
                30001,
                "Insufficient credits: this request costs 94, the balance is 93");
        assertThat(client.credits()).isEqualTo(93);
        client.change("\"credits\":94");
        client.official("\"n\":2").then().statusCode(200);
        assertThat(client.credits()).isZero();
    }

    @Test
    @Documented(
            value = "providers/reapi.md §5: polls cost nothing",
            dialect = "reapi",
            rule = "a poll is free",
            negativeTest = "basicPriceDependsOnResolution")
    @Documented(
            value = "providers/reapi.md §8: no page gives a figure",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "polls are not limited",
            negativeTest = "LimitIT.limitsSubmitsTo60PerMinute",
            witness = "openai-python 3.22.1")
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

    @Test
    @Documented(
            dialect = "reapi",
            value = "seeds/002: Pricing, 1 credit = $0.001 USD",
            rule = "a credit is worth $0.001",
            negativeTest = "BalanceIT.responsesAboutCreditsSayWhatACreditCosts")
    void responsesSayWhatACreditCosts() {
        client.basic().then().header("Darkroom-Credit-Price", "0.001 USD");
        client.balance().then().header("Darkroom-Credit-Price", "0.001 USD");
    }
}
