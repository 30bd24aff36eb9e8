package dev.darkroom.wire.aivideoapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.settings.OtherVendorSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** AI Video API with other settings. */
@OtherVendorSettings
class SettingsIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    void imageUrlKeepsHostOfRequestWithoutFileHost() {
        String task = client.createTask("\"prompt\":\"p\"");
        client.advance("2s");

        String url = client.request()
                .header("Host", "api.aivideoapi.ai:8080")
                .get("/v1/tasks/" + task)
                .path("output.urls[0]");

        assertThat(url).startsWith("http://api.aivideoapi.ai:8080/images/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"resolution\":\"2k\"", ",\"image_urls\":[\"https://e.com/a.png\"]"})
    @Documented(
            value = "seeds/000: Pricing and usage, Per image, and Image editing: Same rate",
            rule = "with the price list flat, every image costs 12 credits, also with references",
            negativeTest = "BalanceIT.chargesTaskOnCreation")
    void everyImageCostsTwelveCredits(String options) {
        client.createTask("\"prompt\":\"p\",\"aspect_ratio\":\"16:9\"" + options);

        assertThat(client.balance()).isEqualByComparingTo("9988");
    }

    @Test
    @Documented(
            value = "seeds/000: Pricing and usage, Per image: 12 credits, $0.012/image; the quotient is Darkroom's",
            certainty = Certainty.INFERRED,
            rule = "with the price list flat, a credit is worth $0.001",
            negativeTest = "BalanceIT.responsesAboutCreditsSayWhatACreditCosts")
    void responsesSayWhatACreditCosts() {
        client.create("\"prompt\":\"p\"").then().header("Darkroom-Credit-Price", "0.001 USD");
        client.credits().then().header("Darkroom-Credit-Price", "0.001 USD");

        assertThat(client.control("GET", "/ledger", "").getString("credit_price_usd"))
                .isEqualTo("[aivideoapi:0.001]");
        assertThat(client.control("GET", "", "").getString("dialects.find{it.name=='aivideoapi'}.credit_price_usd"))
                .isEqualTo("0.001");
    }
}
