package dev.darkroom.wire.portable;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import dev.darkroom.wire.server.WireTest;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A program that hides the vendors' differences behind an interface can switch vendors: submitting, waiting,
 * downloading, refunds, insufficient credits and rate limits work the same way.
 */
@WireTest
class PortabilityIT {

    static Stream<VendorClient> vendors() {
        return Vendors.all();
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void chargesAndDeliversImage(VendorClient vendor) {
        freezeWithBalanceFor(vendor, 2);

        VendorClient.Submission submission = vendor.submit("a lighthouse");
        assertThat(submission.rejection()).isEmpty();
        assertThat(vendor.balance()).isEqualByComparingTo(vendor.price());
        vendor.account().advance("10s");

        given().get(submission.imageUrl().orElseThrow()).then().statusCode(200).contentType(startsWith("image/"));
        assertThat(vendor.balance()).isEqualByComparingTo(vendor.price());
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void refundsFailedTask(VendorClient vendor) {
        freezeWithBalanceFor(vendor, 1);

        VendorClient.Submission submission = vendor.submit("[[fail: upstream_error]]");
        assertThat(submission.rejection()).isEmpty();
        assertThat(vendor.balance()).isZero();
        vendor.account().advance("10s");

        assertThat(submission.imageUrl()).isEmpty();
        assertThat(vendor.balance()).isEqualByComparingTo(vendor.price());
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void rejectsRequestsUntilCreditsSuffice(VendorClient vendor) {
        freezeWithBalanceFor(vendor, 1);
        assertThat(vendor.submit("p").rejection()).isEmpty();

        assertThat(vendor.submit("p").rejection())
                .map(VendorClient.Rejection::status)
                .contains(402);
        setBalance(vendor, 1);
        assertThat(vendor.submit("p").rejection()).isEmpty();
        vendor.account().advance("10s");
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void admitsClientThatWaitsRetryAfter(VendorClient vendor) {
        freezeWithBalanceFor(vendor, 9);
        vendor.account().changeSandbox("{\"rate_limit\":{\"requests\":1,\"window\":\"30s\"}}");
        assertThat(vendor.submit("p").rejection()).isEmpty();

        VendorClient.Rejection rejection = vendor.submit("p").rejection().orElseThrow();
        assertThat(rejection.status()).isEqualTo(429);
        assertThat(rejection.retryAfter()).contains("30");
        vendor.account().advance("30s");
        assertThat(vendor.submit("p").rejection()).isEmpty();
        vendor.account().advance("10s");
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void rejectsDisabledKey(VendorClient vendor) {
        freezeWithBalanceFor(vendor, 9);
        vendor.account().changeSandbox("{\"key_status\":\"disabled\"}");

        assertThat(vendor.submit("p").rejection())
                .map(VendorClient.Rejection::status)
                .contains(401);
    }

    private static void freezeWithBalanceFor(VendorClient vendor, int images) {
        vendor.account().freeze();
        setBalance(vendor, images);
    }

    private static void setBalance(VendorClient vendor, int images) {
        BigDecimal balance = vendor.price().multiply(BigDecimal.valueOf(images));
        vendor.account().changeSandbox("{\"credits\":" + balance.toPlainString() + "}");
    }
}
