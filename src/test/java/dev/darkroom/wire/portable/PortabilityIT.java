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
 * A program that hides the vendors' differences behind an interface can switch vendors: ordering, waiting, downloading,
 * refunds, missing credits and rate limits work alike.
 */
@WireTest
class PortabilityIT {

    static Stream<VendorClient> vendors() {
        return Vendors.all();
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void chargesAndDeliversImage(VendorClient vendor) {
        start(vendor, 2);

        VendorClient.Order order = vendor.order("a lighthouse");
        assertThat(order.rejection()).isEmpty();
        assertThat(vendor.balance()).isEqualByComparingTo(vendor.price());
        vendor.account().advance("10s");

        given().get(order.imageUrl().orElseThrow()).then().statusCode(200).contentType(startsWith("image/"));
        assertThat(vendor.balance()).isEqualByComparingTo(vendor.price());
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void refundsFailedTask(VendorClient vendor) {
        start(vendor, 1);

        VendorClient.Order order = vendor.order("[[fail: upstream_error]]");
        assertThat(order.rejection()).isEmpty();
        assertThat(vendor.balance()).isZero();
        vendor.account().advance("10s");

        assertThat(order.imageUrl()).isEmpty();
        assertThat(vendor.balance()).isEqualByComparingTo(vendor.price());
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void rejectsRequestsUntilThereAreCredits(VendorClient vendor) {
        start(vendor, 1);
        assertThat(vendor.order("p").rejection()).isEmpty();

        assertThat(vendor.order("p").rejection())
                .map(VendorClient.Rejection::status)
                .contains(402);
        setBalance(vendor, 1);
        assertThat(vendor.order("p").rejection()).isEmpty();
        vendor.account().advance("10s");
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void admitsClientThatWaitsRetryAfter(VendorClient vendor) {
        start(vendor, 9);
        vendor.account().set("{\"rate_limit\":{\"requests\":1,\"window\":\"30s\"}}");
        assertThat(vendor.order("p").rejection()).isEmpty();

        VendorClient.Rejection rejection = vendor.order("p").rejection().orElseThrow();
        assertThat(rejection.status()).isEqualTo(429);
        assertThat(rejection.retryAfter()).contains("30");
        vendor.account().advance("30s");
        assertThat(vendor.order("p").rejection()).isEmpty();
        vendor.account().advance("10s");
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void rejectsDisabledKey(VendorClient vendor) {
        start(vendor, 9);
        vendor.account().set("{\"key_status\":\"disabled\"}");

        assertThat(vendor.order("p").rejection())
                .map(VendorClient.Rejection::status)
                .contains(401);
    }

    private static void start(VendorClient vendor, int images) {
        vendor.account().freeze();
        setBalance(vendor, images);
    }

    private static void setBalance(VendorClient vendor, int images) {
        BigDecimal balance = vendor.price().multiply(BigDecimal.valueOf(images));
        vendor.account().set("{\"credits\":" + balance.toPlainString() + "}");
    }
}
