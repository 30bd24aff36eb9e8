package dev.darkroom.wire.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
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
    @Documented(
            value = "providers/aivideoapi.md §6, on the vendor's credits page",
            rule = "the balance comes with the credits that were bought and used",
            negativeTest = Documented.SAME,
            of = "Credits.*",
            witness = "Prism 5.16.0")
    @Documented(
            value = "seeds/001: Common Scenarios, insufficient_credits: Check your balance with GET /v1/credits",
            rule = "GET /v1/credits returns the balance",
            negativeTest = "HostileInputIT.rejectsUnsupportedMethod",
            of = "Credits.data.balance",
            witness = "Prism 5.16.0")
    @Documented(
            value = "the default of darkroom.sandbox.credits",
            certainty = Certainty.SCOPE,
            rule = "a new key has 10,000 credits",
            negativeTest = "ServerSettingsIT.usesConfiguredPricesLatenciesPublicUrlAndBalance")
    void returnsBalanceInDocumentedFormat() {
        assertThat(client.credits().asString())
                .isEqualTo("{\"code\":200,\"msg\":\"success\",\"data\":"
                        + "{\"balance\":10000,\"total_purchased\":10000,\"total_consumed\":0}}");
    }

    @Test
    @Documented(
            value = "providers/aivideoapi.md §6, total_purchased includes bonuses, on the vendor's credits page",
            rule = "credits that are granted count as purchased",
            negativeTest = "refundsTaskAsSoonAsItFails",
            of = "Credits.data.total_purchased")
    void countsGrantsAsPurchased() {
        client.changeSandbox("{\"credits\":12500}");

        assertThat(client.credits().asString())
                .isEqualTo("{\"code\":200,\"msg\":\"success\",\"data\":"
                        + "{\"balance\":12500,\"total_purchased\":12500,\"total_consumed\":0}}");
    }

    @ParameterizedTest
    @CsvSource({"1k,9997.6,2.4", "2k,9995.2,4.8", "4k,9992.8,7.2"})
    @Documented(
            value = "seeds/001: Pricing",
            rule = "an image costs 2.4 credits at 1k, 4.8 at 2k and 7.2 at 4k",
            negativeTest = Documented.SAME,
            of = "Input.resolution")
    @Documented(
            value = "providers/aivideoapi.md §6, charged on create, on the vendor's callback page",
            rule = "a task is charged when it is created, and not again when it completes",
            negativeTest = Documented.SAME)
    @Documented(
            value = "providers/aivideoapi.md §6: the prices have decimals, the documented amounts are integers",
            certainty = Certainty.INFERRED,
            rule = "amounts that are not whole have decimals",
            negativeTest = "returnsBalanceInDocumentedFormat",
            of = {"Credits.data.balance", "Credits.data.total_consumed"})
    @Documented(
            value = "the task is already charged",
            certainty = Certainty.INFERRED,
            rule = "total_consumed counts unfinished tasks",
            negativeTest = "refundsTaskAsSoonAsItFails",
            of = "Credits.data.total_consumed")
    void chargesTaskOnCreation(String resolution, String balance, String consumed) {
        String task =
                client.createTask("\"prompt\":\"p\",\"aspect_ratio\":\"16:9\",\"resolution\":\"" + resolution + "\"");
        String credits = "{\"code\":200,\"msg\":\"success\",\"data\":{\"balance\":" + balance
                + ",\"total_purchased\":10000,\"total_consumed\":" + consumed + "}}";

        assertThat(client.credits().asString()).isEqualTo(credits);
        client.advance("1h");
        assertThat(client.task(task).getString("status")).isEqualTo("completed");
        assertThat(client.credits().asString()).isEqualTo(credits);
    }

    @Test
    @Documented(
            value = "seeds/001: Pricing, 2.4 credits are $0.012; the quotient is Darkroom's",
            certainty = Certainty.INFERRED,
            rule = "a credit is worth $0.005",
            negativeTest = "SettingsIT.responsesSayWhatACreditCosts")
    @Documented(
            value = "the header Darkroom-Credit-Price",
            certainty = Certainty.SCOPE,
            rule = "the responses to create and balance requests have a header with the price of a credit",
            negativeTest = Documented.SAME)
    void responsesAboutCreditsSayWhatACreditCosts() {
        Response created = client.create();

        created.then().header("Darkroom-Credit-Price", "0.005 USD");
        client.credits().then().header("Darkroom-Credit-Price", "0.005 USD");
        assertThat(client.poll(created.path("data.taskId")).header("Darkroom-Credit-Price"))
                .isNull();
    }

    @Test
    @Documented(
            value = "seeds/000: Pricing and usage, Text-to-image and Image editing: Same rate",
            rule = "an image costs the same with and without references",
            negativeTest = Documented.SAME,
            of = "Input.image_urls")
    void referencesCostNothing() {
        client.createTask("\"prompt\":\"p\"");
        assertThat(client.balance()).isEqualByComparingTo("9997.6");

        String reference = "\"https://example.com/a.png\"";
        client.createTask("\"prompt\":\"p\",\"image_urls\":" + Collections.nCopies(16, reference));
        assertThat(client.balance()).isEqualByComparingTo("9995.2");
        client.createTask("\"image_urls\":[" + reference + "],\"resolution\":\"2k\"");
        assertThat(client.balance()).isEqualByComparingTo("9990.4");
    }

    @Test
    @Documented(
            value = "seeds/001: Query Task, Failed tasks are automatically refunded",
            rule = "a failed task is refunded in full, and only once",
            negativeTest = Documented.SAME)
    @Documented(
            value = "a client cannot tell whether the refund comes with the failure or shortly after it",
            certainty = Certainty.INFERRED,
            rule = "the refund is visible as soon as the task has failed",
            negativeTest = "chargesTaskOnCreation")
    void refundsTaskAsSoonAsItFails() {
        String task = client.createTask("\"prompt\":\"p\"");
        assertThat(client.balance()).isEqualByComparingTo("9997.6");
        client.fail(task);

        assertThat(client.task(task).getString("status")).isEqualTo("failed");
        String refunded = "{\"code\":200,\"msg\":\"success\",\"data\":"
                + "{\"balance\":10000,\"total_purchased\":10000,\"total_consumed\":0}}";
        assertThat(client.credits().asString()).isEqualTo(refunded);
        client.advance("1h");
        client.task(task);
        assertThat(client.credits().asString()).isEqualTo(refunded);
    }

    @Test
    @Documented(
            value = "seeds/001: Error Codes, the example",
            rule = "a task that costs more than the balance gets 402 with the body of the example",
            negativeTest = "spendsLastCredit",
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
    @Documented(
            value = "providers/aivideoapi.md §13, no idempotency key",
            certainty = Certainty.INFERRED,
            rule = "every request creates and charges a task, even if it repeats another",
            negativeTest = Documented.SAME)
    void spendsLastCredit() {
        client.control("PUT", "/sandbox", "{\"credits\":4.8}");

        String first = client.createTask("\"prompt\":\"p\"");
        assertThat(client.createTask("\"prompt\":\"p\"")).isNotEqualTo(first);

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
