package dev.darkroom.wire.aigenerate;

import static dev.darkroom.wire.aigenerate.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** GPT Image 2 at 4K. */
@WireTest
class FourKIT {

    private static final String RULE =
            " With 'resolution' 4K, use one of: 5:4, 4:3, 3:2, 16:9, 21:9, 9:16, 4:5, 3:4, 2:3.";

    private final AiGenerateClient client = new AiGenerateClient();

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "4K needs a ratio, and neither auto nor the square; a refused request costs nothing",
            value = "providers/aigenerate.md §2: input for GPT Image 2",
            certainty = Certainty.INFERRED,
            of = {"422", "TwoInput.aspect_ratio", "TwoInput.resolution"},
            negativeTest = "ImageIT.drawsGptImage2InExpectedSize")
    void refusesAutoAndSquare() {
        String fourK = "\"prompt\":\"widescreen, 16:9\",\"resolution\":\"4K\"";
        BigDecimal balance = client.balance();

        for (String ratio : new String[] {"auto", "1:1"}) {
            assertRefused(
                    client.createFrom(AiGenerateClient.GPT_IMAGE_2, fourK + ",\"aspect_ratio\":\"" + ratio + "\""),
                    422,
                    "validation error: 'aspect_ratio' is invalid." + RULE);
        }
        assertRefused(
                client.createFrom(AiGenerateClient.GPT_IMAGE_2, fourK),
                422,
                "validation error: 'aspect_ratio' is required." + RULE);

        assertThat(client.balance()).isEqualByComparingTo(balance);
        assertThat(client.control("GET", "/tasks", "").getList("tasks")).isEmpty();
    }
}
