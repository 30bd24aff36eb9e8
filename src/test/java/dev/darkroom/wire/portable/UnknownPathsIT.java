package dev.darkroom.wire.portable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Errors outside the operations of an API: unknown paths, wrong methods, large bodies. {@link UnsupportedAreasIT} tests
 * the paths that vendors have and Darkroom has not.
 */
@WireTest
class UnknownPathsIT {

    private static final int DEFAULT_BODY_LIMIT = 1 << 20;

    @ParameterizedTest
    @MethodSource("dev.darkroom.wire.portable.Vendors#all")
    @Documented(
            value = "providers/aivideoapi.md §1: none documented",
            rule = "an unknown path gets 404 in the vendor's envelope",
            negativeTest = "wrongMethodGets405",
            certainty = Certainty.INFERRED,
            witness = "openai-python 3.22.1")
    @Documented(
            dialect = "reapi",
            value = "providers/reapi.md §7: no code for it",
            rule = "an unknown path gets 404 in the vendor's envelope",
            negativeTest = "wrongMethodGets405",
            certainty = Certainty.INFERRED,
            witness = "openai-python 3.22.1")
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §5: the envelope of all errors",
            rule = "an unknown path gets 404 in the vendor's envelope",
            negativeTest = "wrongMethodGets405",
            certainty = Certainty.INFERRED,
            witness = "openai-python 3.22.1")
    @Documented(
            dialect = "getimg",
            value = "providers/getimg.md §5: the envelope of all errors",
            rule = "an unknown path gets 404 in the vendor's envelope",
            negativeTest = "wrongMethodGets405",
            certainty = Certainty.INFERRED,
            witness = "getimg-python 0.4.0")
    @Documented(
            dialect = "azure",
            value = "providers/azure.md §1: Resource not found",
            rule = "an unknown path gets 404 in the vendor's envelope",
            negativeTest = "wrongMethodGets405",
            certainty = Certainty.INFERRED)
    void errorForUnknownPathListsOperations(VendorClient vendor) {
        Response refused = vendor.account().request().get("/" + vendor.name() + "/no/such/path");

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.header("Darkroom-Warning"))
                .isEqualTo("`/" + vendor.name() + "/no/such/path` is not a path of " + vendor.name());
        String text = VendorClient.errorText(refused);
        vendor.unknownPathText().ifPresentOrElse(own -> assertThat(text).isEqualTo(own), () -> assertThat(text)
                .startsWith("There is nothing at this path. Of " + vendor.name() + ", Darkroom fakes ")
                .contains("POST /" + vendor.name() + vendor.createPath())
                .doesNotContain("OPTIONS", "HEAD"));
    }

    @ParameterizedTest
    @CsvSource({
        "aivideoapi, invalid_request",
        "reapi, 40002",
        "aigenerate, 405",
        "getimg, invalid_parameter",
        "openai, method_not_supported",
        "azure, method_not_supported",
    })
    @Documented(
            value = "providers/aivideoapi.md §8: no row for it",
            rule = "a wrong method gets 405 with Allow; its code is the closest of the table",
            negativeTest = "errorForUnknownPathListsOperations",
            certainty = Certainty.INFERRED)
    @Documented(
            dialect = "reapi",
            value = "providers/reapi.md §7: no row for it",
            rule = "a wrong method gets 405 with Allow; its code is that of an unknown endpoint",
            negativeTest = "errorForUnknownPathListsOperations",
            certainty = Certainty.INFERRED)
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §5: no row for it",
            rule = "a wrong method gets 405 with Allow; its code is the status",
            negativeTest = "errorForUnknownPathListsOperations",
            certainty = Certainty.INFERRED)
    @Documented(
            dialect = "getimg",
            value = "providers/getimg.md §5: no row for it",
            rule = "a wrong method gets 405 with Allow; its code is the closest of the table",
            negativeTest = "errorForUnknownPathListsOperations",
            certainty = Certainty.INFERRED)
    @Documented(
            dialect = "azure",
            value = "providers/azure.md §5: no row for it",
            rule = "a wrong method gets 405 with Allow; its code is that of OpenAI",
            negativeTest = "errorForUnknownPathListsOperations",
            certainty = Certainty.INFERRED)
    void wrongMethodGets405(String name, String code) {
        VendorClient vendor = Vendors.named(name);
        Response refused = vendor.account().request().delete("/" + name + vendor.createPath());

        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.header("Allow")).isEqualTo("OPTIONS, POST");
        assertThat(VendorClient.errorText(refused)).isEqualTo("This path does not support this method.");
        assertThat(VendorClient.errorCode(refused)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "aivideoapi, invalid_request",
        "reapi, 20001",
        "aigenerate, 413",
        "getimg, invalid_parameter",
        "openai, invalid_value",
        "azure, invalid_value",
    })
    @Documented(
            value = "no page limits the size of a request",
            rule = "a body above darkroom.limits.body, 1 MiB unless it is set, gets 413 in the vendor's envelope",
            negativeTest = Documented.SAME,
            certainty = Certainty.SCOPE)
    @Documented(
            dialect = "reapi",
            value = "no page limits the size of a request",
            rule = "a body above darkroom.limits.body, 1 MiB unless it is set, gets 413 in the vendor's envelope",
            negativeTest = Documented.SAME,
            certainty = Certainty.SCOPE)
    @Documented(
            dialect = "aigenerate",
            value = "no page limits the size of a request",
            rule = "a body above darkroom.limits.body, 1 MiB unless it is set, gets 413 in the vendor's envelope",
            negativeTest = Documented.SAME,
            certainty = Certainty.SCOPE)
    @Documented(
            dialect = "getimg",
            value = "the SDK of the vendor allows 25 MiB",
            rule = "a body above darkroom.limits.body, 1 MiB unless it is set, gets 413 in the vendor's envelope",
            negativeTest = Documented.SAME,
            certainty = Certainty.SCOPE)
    @Documented(
            dialect = "openai",
            value = "no page limits the size of JSON",
            rule = "JSON above 48 MiB, which may have images as data URLs, gets 413 in the vendor's envelope",
            negativeTest = Documented.SAME,
            certainty = Certainty.SCOPE)
    @Documented(
            dialect = "azure",
            value = "no page limits the size of JSON",
            rule = "JSON above 48 MiB, which may have images as data URLs, gets 413 in the vendor's envelope",
            negativeTest = Documented.SAME,
            certainty = Certainty.SCOPE)
    void largeBodyGets413(String name, String code) {
        VendorClient vendor = Vendors.named(name);
        Response refused = createWithBody(vendor, vendor.bodyLimit() + 1);

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(VendorClient.errorText(refused))
                .startsWith("The request body has more than " + vendor.bodyLimit() + " bytes, the limit of ");
        assertThat(VendorClient.errorCode(refused)).isEqualTo(code);
        assertThat(createWithBody(vendor, DEFAULT_BODY_LIMIT).statusCode()).isIn(400, 422);
        assertThat(vendor.account().control("GET", "/tasks", "").getList("tasks"))
                .isEmpty();
    }

    private static Response createWithBody(VendorClient vendor, int bytes) {
        return vendor.account()
                .request()
                .contentType("application/json")
                .body("{\"x\":\"" + "x".repeat(bytes - 8) + "\"}")
                .post("/" + vendor.name() + vendor.createPath());
    }
}
