package dev.darkroom.wire.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.settings.ChangedVendorSettings;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** A journal with a small limit and two additional headers. */
@ChangedVendorSettings
class JournalLimitIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @Test
    void dropsOldestExchangesAndCountsThem() {
        for (int i = 0; i < 5; i++) {
            client.request().get("/v1/tasks/" + i);
        }

        JsonPath journal = client.control("GET", "/journal?since=0", "");
        assertThat(journal.getList("exchanges.request.path"))
                .containsExactly("/v1/tasks/2", "/v1/tasks/3", "/v1/tasks/4");
        assertThat(journal.getInt("dropped")).isEqualTo(2);
        assertThat(client.control("GET", "/report", "").getInt("dropped")).isEqualTo(2);
    }

    @Test
    void reportsDroppedExchangesInVerification() {
        for (int i = 0; i < 5; i++) {
            client.credits();
        }

        Response failed = client.request()
                .body("{\"match\":{\"operation\":\"credits\"},\"times\":{\"exactly\":5}}")
                .post("/_darkroom/journal/verify?format=text");
        assertThat(failed.statusCode()).isEqualTo(406);
        assertThat(failed.asString())
                .startsWith("Not verified: expected exactly 5, and 3 of 3 exchanges matched.\n"
                        + "The journal has dropped 2 older exchanges.\n");
    }

    @Test
    void recordsHeadersNamedInSettings() {
        client.request()
                .header("x-tenant", "acme")
                .header("X-Trace", "1")
                .header("X-Other", "1")
                .get("/v1/credits");

        assertThat(client.control("GET", "/journal", "").getMap("exchanges[0].request.headers"))
                .containsEntry("x-tenant", "acme")
                .containsEntry("X-Trace", "1")
                .containsEntry("X-Other", "...")
                .containsEntry("Authorization", "...")
                .containsKey("Host");
    }
}
