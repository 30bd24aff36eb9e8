package dev.darkroom.wire.getimg;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The prices on the vendor's page, and what is charged. */
@WireTest
class ChargesIT {

    private final GetImgClient client = new GetImgClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.freezeAndFinishTasksInstantly();
    }

    @Test
    @Documented(
            value = "seeds/004: a usage object that shows the exact cost",
            rule = "the usage shows exactly what is charged",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            of = "Generation.usage.*")
    @Documented(
            value = "providers/getimg.md §7: billing in dollars, from a prepaid balance",
            rule = "the price is taken from the balance",
            negativeTest = Documented.SAME,
            dialect = "getimg")
    @Documented(
            value = "providers/getimg.md §9: no idempotency key",
            rule = "a repeated request is charged again",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED)
    void chargesBalance() {
        JsonPath usage = client.generateFrom("p").jsonPath().setRootPath("usage");

        assertThat(usage.getString("total_cost")).isEqualTo("0.06");
        assertThat(usage.getString("unit_price")).isEqualTo("0.06");
        assertThat(usage.getString("billable_unit")).isEqualTo("image");
        assertThat(usage.getInt("quantity")).isEqualTo(1);
        assertThat(client.balance()).isEqualByComparingTo("99.94");
        client.generateFrom("p");
        assertThat(client.balance()).isEqualByComparingTo("99.88");
    }

    @Test
    @Documented(
            value = "seeds/004: pay per image, no idle costs",
            rule = "downloads, requests for models, and the passing of time cost nothing",
            negativeTest = "chargesBalance",
            dialect = "getimg")
    void chargesOnlyForImages() {
        String url = client.generateFrom("p").path("data[0].url");
        for (int i = 0; i < 2; i++) {
            given().get(url).then().statusCode(200);
            client.api().get("/v2/models").then().statusCode(200);
            client.api().get("/v2/models/gpt-image-2").then().statusCode(200);
        }
        client.advance("90d");

        assertThat(client.balance()).isEqualByComparingTo("99.94");
    }

    @ParameterizedTest
    @CsvSource({"1K, 166", "2K, 83"})
    @Documented(
            value = "seeds/004: pricing, images for $10",
            rule = "10 dollars pay for 166 images in 1K or 83 in 2K",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            of = "CreateRequest.resolution")
    void tenDollarsPayForListedNumberOfImages(String resolution, int images) {
        client.changeSandbox("{\"credits\":10,\"rate_limit\":null}");
        for (int i = 0; i < images; i++) {
            client.generateWith("\"resolution\":\"" + resolution + "\"").then().statusCode(200);
        }

        client.generateWith("\"resolution\":\"" + resolution + "\"").then().statusCode(402);
    }

    @Test
    @Documented(
            value = "seeds/004: pricing",
            rule = "an image costs 0.06 dollars in 1K and 0.12 in 2K",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            of = {"CreateRequest.resolution", "Generation.usage.total_cost", "Generation.usage.unit_price"})
    @Documented(
            value = "providers/getimg.md §7: reference images are free",
            rule = "references are free",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "CreateRequest.images")
    void only2KRaisesPrice() {
        String wideWithReference = "\"aspect_ratio\":\"21:9\",\"images\":[{\"url\":\"https://e.com/a.png\"}]";

        assertThat(client.generateWith("\"resolution\":\"1K\"," + wideWithReference)
                        .asString())
                .contains("\"total_cost\":0.06,\"billable_unit\":\"image\",\"unit_price\":0.06,");
        assertThat(client.balance()).isEqualByComparingTo("99.94");
        assertThat(client.generateWith("\"resolution\":\"2K\"," + wideWithReference)
                        .asString())
                .contains("\"total_cost\":0.12,\"billable_unit\":\"image\",\"unit_price\":0.12,");
        assertThat(client.balance()).isEqualByComparingTo("99.82");
    }
}
