package dev.darkroom.wire.account;

import static dev.darkroom.wire.client.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@WireTest
class AllowedIpsIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @Test
    @Documented(
            value = "seeds/001: Error Reference, ip_not_allowed",
            rule = "an address that is not in the key's allow-list gets 403 ip_not_allowed",
            negativeTest = "acceptsListedAddress",
            of = "ip_not_allowed",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/aivideoapi.md §2, a list for each key, on the vendor's authentication page",
            rule = "an allow-list is that of one key, and restricts no other key",
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1")
    @Documented(
            value = "no page says that an endpoint is exempt",
            certainty = Certainty.INFERRED,
            rule = "create, poll and credits check the address",
            negativeTest = "acceptsListedAddress",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "the table's description, with the address",
            certainty = Certainty.INFERRED,
            rule = "the message names the address",
            negativeTest = Documented.SAME)
    void rejectsUnlistedAddressAtEveryEndpoint() {
        String task = client.createTask("\"prompt\":\"p\"");
        client.changeSandbox("{\"allowed_ips\":[\"10.0.0.0/8\",\"2001:db8::/32\"]}");
        String message = "Request IP 127.0.0.1 is not in the key's allowlist.";

        assertRefused(client.create(), 403, "ip_not_allowed", "permission_error", message);
        assertRefused(client.poll(task), 403, "ip_not_allowed", "permission_error", message);
        assertRefused(client.credits(), 403, "ip_not_allowed", "permission_error", message);
        new AiVideoApiClient().create().then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.0/8", "0.0.0.0/0", "::ffff:127.0.0.1"})
    @Documented(
            value = "providers/aivideoapi.md §2, single addresses or ranges, on the vendor's authentication page",
            rule = "an allow-list has single addresses and CIDR ranges",
            negativeTest = "rejectsUnlistedAddressAtEveryEndpoint",
            witness = "openai-python 3.22.1")
    void acceptsListedAddress(String range) {
        client.changeSandbox("{\"allowed_ips\":[\"10.0.0.1\",\"" + range + "\"]}");

        String task = client.createTask("\"prompt\":\"p\"");
        client.poll(task).then().statusCode(200);
        client.credits().then().statusCode(200);
    }

    @Test
    @Documented(
            value = "providers/aivideoapi.md §2, an empty list is no restriction, on the vendor's authentication page",
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1")
    void acceptsEveryAddressIfListIsEmpty() {
        client.changeSandbox("{\"allowed_ips\":[\"10.0.0.1\"]}");
        assertRefused(client.create(), 403, "ip_not_allowed");
        client.changeSandbox("{\"allowed_ips\":[]}");

        client.create().then().statusCode(200);
    }

    @Test
    void ignoresXForwardedForOfUntrustedProxy() {
        client.changeSandbox("{\"allowed_ips\":[\"10.0.0.1\"]}");

        Response response = client.api().header("X-Forwarded-For", "10.0.0.1").get("/v1/credits");

        assertRefused(response, 403, "ip_not_allowed");
        assertThat(response.header("Darkroom-Warning"))
                .isEqualTo("X-Forwarded-For is ignored because it comes from 127.0.0.1,"
                        + " which is not one of darkroom.trusted-proxies");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[\"10.0.0.0/33\"]|'allowed_ips[0]' is invalid. '10.0.0.0/33' is not an IPv4 or IPv6 address such as 203.0.113.7, or a range such as 10.0.0.0/8 or 2001:db8::/32.",
                "[\"::1\",\"localhost\"]|'allowed_ips[1]' is invalid. 'localhost' is not an IPv4 or IPv6 address such as 203.0.113.7, or a range such as 10.0.0.0/8 or 2001:db8::/32.",
                "[1]|'allowed_ips' is invalid. It must be a list of at most 10 strings; [] for none.",
                "\"10.0.0.1\"|'allowed_ips' is invalid. It must be a list of at most 10 strings; [] for none.",
                "null|'allowed_ips' is invalid. It must be a list of at most 10 strings; [] for none."
            })
    void rejectsInvalidList(String list, String message) {
        client.request()
                .body("{\"credits\":1,\"allowed_ips\":" + list + "}")
                .put("/_darkroom/sandbox")
                .then()
                .statusCode(400)
                .body("error.message", equalTo(message));
        assertThat(client.balance()).isEqualByComparingTo("10000");
    }

    @Test
    @Documented(
            value = "providers/aivideoapi.md §2, at most ten entries, on the vendor's authentication page",
            negativeTest = Documented.SAME)
    void acceptsAtMostTenEntries() {
        client.changeSandbox("{\"allowed_ips\":" + entries(10) + "}");
        client.request()
                .body("{\"allowed_ips\":" + entries(11) + "}")
                .put("/_darkroom/sandbox")
                .then()
                .statusCode(400);
    }

    private static String entries(int count) {
        return Collections.nCopies(count, "\"127.0.0.1\"").toString();
    }
}
