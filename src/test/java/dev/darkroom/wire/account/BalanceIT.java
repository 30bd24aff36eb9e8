package dev.darkroom.wire.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WireTest
class BalanceIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    @Documented(value = "providers/aivideoapi.md §6, on the vendor's credits page", of = "Credits.*")
    void returnsBalanceInDocumentedFormat() {
        assertThat(client.credits().asString())
                .isEqualTo("{\"code\":200,\"msg\":\"success\",\"data\":"
                        + "{\"balance\":10000,\"total_purchased\":10000,\"total_consumed\":0}}");
    }

    @ParameterizedTest
    @CsvSource({"1k,9997.6,2.4", "2k,9995.2,4.8", "4k,9992.8,7.2"})
    @Documented("seeds/001: Pricing")
    @Documented("providers/aivideoapi.md §6, charged on create, on the vendor's callback page")
    void chargesTaskOnCreation(String resolution, String balance, String consumed) {
        client.createTask("\"prompt\":\"p\",\"aspect_ratio\":\"16:9\",\"resolution\":\"" + resolution + "\"");

        assertThat(client.credits().asString())
                .isEqualTo("{\"code\":200,\"msg\":\"success\",\"data\":{\"balance\":" + balance
                        + ",\"total_purchased\":10000,\"total_consumed\":" + consumed + "}}");
    }

    @Test
    @Documented("seeds/001: Failed tasks are automatically refunded")
    void refundsTaskAsSoonAsItFails() {
        String task = client.createTask("\"prompt\":\"p\"");
        client.fail(task);

        assertThat(client.task(task).getString("status")).isEqualTo("failed");
        assertThat(client.balance()).isEqualByComparingTo("10000");
    }

    @Test
    @Documented(
            value = "seeds/001: Error Codes, the example",
            of = {"insufficient_credits", "Error.*"})
    void returnsDocumentedErrorIfCreditsAreInsufficient() {
        client.control("PUT", "/sandbox", "{\"credits\":2.399}");

        String response = client.create("{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"p\"}}")
                .then()
                .statusCode(402)
                .extract()
                .asString();

        assertThat(response)
                .isEqualTo(
                        "{\"error\":{\"code\":\"insufficient_credits\","
                                + "\"message\":\"Your credit balance is too low. Please top up.\",\"type\":\"billing_error\"}}");
        assertThat(client.balance()).isEqualByComparingTo("2.399");
    }

    @Test
    void spendsLastCredit() {
        client.control("PUT", "/sandbox", "{\"credits\":4.8}");

        client.createTask("\"prompt\":\"p\"");
        client.createTask("\"prompt\":\"p\"");

        assertThat(client.credits().jsonPath().getString("data.balance")).isEqualTo("0");
    }

    @Test
    void accountsForTwoHundredMixedTasks() {
        String[] resolutions = {"1k", "2k", "4k"};
        BigDecimal[] prices = {new BigDecimal("2.4"), new BigDecimal("4.8"), new BigDecimal("7.2")};
        List<String> failing = new ArrayList<>();
        BigDecimal spent = BigDecimal.ZERO;
        for (int i = 0; i < 200; i++) {
            String task = client.createTask(
                    "\"prompt\":\"p\",\"aspect_ratio\":\"16:9\",\"resolution\":\"" + resolutions[i % 3] + "\"");
            if (i % 5 == 0) {
                failing.add(task);
            } else {
                spent = spent.add(prices[i % 3]);
            }
        }
        failing.forEach(client::fail);
        client.advance("2s");

        JsonPath ledger = client.control("GET", "/ledger", "");
        assertThat(client.balance()).isEqualByComparingTo(new BigDecimal(10_000).subtract(spent));
        assertThat(ledger.getString("held")).isEqualTo("0");
        assertThat(new BigDecimal(ledger.getString("captured"))).isEqualByComparingTo(spent);
        assertThat(ledger.getList("entries.findAll { it.kind == 'refund' }")).hasSize(40);
        assertThat(ledger.getList("entries.findAll { it.kind == 'capture' }")).hasSize(160);
    }
}
