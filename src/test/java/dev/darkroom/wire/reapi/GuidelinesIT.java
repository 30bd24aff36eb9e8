package dev.darkroom.wire.reapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

/** The report about a client that ignores the vendor's guidelines. */
@WireTest
class GuidelinesIT {

    private final ReApiClient client = new ReApiClient();

    @Test
    @Documented(
            value = "a report of Darkroom's",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "the report names habits that the vendor advises against, with the vendor's page",
            negativeTest = "acceptsOnePollPerSecond")
    void reportLinksToVendorDocumentation() {
        client.freeze();
        String id = ReApiClient.id(client.basic("\"quality\":\"high\""));
        pollWithoutPause(id);

        JsonPath report = client.control("GET", "/report", "");

        assertThat(report.getList("findings.kind")).containsExactlyInAnyOrder("polled_too_fast", "unknown_fields");
        assertThat(report.<String>getList("findings.page"))
                .allSatisfy(page -> assertThat(page).startsWith("https://reapi.ai/docs/"));
    }

    @Test
    @Documented(
            value = "providers/reapi.md §5: one poll every one or two seconds, on the vendor's overview page",
            dialect = "reapi",
            rule = "a client should poll once every one or two seconds",
            negativeTest = "reportLinksToVendorDocumentation")
    void acceptsOnePollPerSecond() {
        client.freeze();
        String id = ReApiClient.id(client.basic());
        client.poll(id);
        client.advance("1s");
        client.poll(id);

        assertThat(client.control("GET", "/report", "").getList("findings.kind"))
                .isEmpty();
    }

    /**
     * The clock is frozen, so the report goes by real time. Of ten polls, at least two are close together even on a
     * busy machine.
     */
    private void pollWithoutPause(String id) {
        for (int i = 0; i < 10; i++) {
            client.poll(id);
        }
    }
}
