package dev.darkroom.wire.portable;

import static dev.darkroom.wire.target.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import dev.darkroom.wire.target.WireTest;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A program that has put what differs behind an interface can change its seller: order, wait, fetch, get the money back, run dry
 * and be throttled go the same way with each of them.
 */
@WireTest
class PortabilityIT {

    static Stream<VendorClient> sellers() {
        return Vendors.all();
    }

    @ParameterizedTest
    @MethodSource("sellers")
    void anOrderIsPaidMadeAndFetched(VendorClient seller) {
        start(seller, 2);

        VendorClient.Order order = seller.order("a lighthouse");
        assertThat(order.refusal()).isEmpty();
        assertThat(seller.balance()).isEqualByComparingTo(seller.price());
        seller.account().advance("10s");

        given().get(order.picture().orElseThrow()).then().statusCode(200).contentType(startsWith("image/"));
        assertThat(seller.balance()).isEqualByComparingTo(seller.price());
    }

    @ParameterizedTest
    @MethodSource("sellers")
    void whatFailsIsPaidBack(VendorClient seller) {
        start(seller, 1);

        VendorClient.Order order = seller.order("[[fail: upstream_error]]");
        assertThat(order.refusal()).isEmpty();
        assertThat(seller.balance()).isZero();
        seller.account().advance("10s");

        assertThat(order.picture()).isEmpty();
        assertThat(seller.balance()).isEqualByComparingTo(seller.price());
    }

    @ParameterizedTest
    @MethodSource("sellers")
    void whoHasRunDryIsRefusedUntilThereIsMoneyAgain(VendorClient seller) {
        start(seller, 1);
        assertThat(seller.order("p").refusal()).isEmpty();

        assertThat(seller.order("p").refusal())
                .map(VendorClient.Refusal::status)
                .contains(402);
        setBalance(seller, 1);
        assertThat(seller.order("p").refusal()).isEmpty();
        seller.account().advance("10s");
    }

    @ParameterizedTest
    @MethodSource("sellers")
    void whoIsThrottledAndWaitsIsLetIn(VendorClient seller) {
        start(seller, 9);
        seller.account().set("{\"rate_limit\":{\"requests\":1,\"window\":\"30s\"}}");
        assertThat(seller.order("p").refusal()).isEmpty();

        VendorClient.Refusal refusal = seller.order("p").refusal().orElseThrow();
        assertThat(refusal.status()).isEqualTo(429);
        assertThat(refusal.retryAfter()).contains("30");
        seller.account().advance("30s");
        assertThat(seller.order("p").refusal()).isEmpty();
        seller.account().advance("10s");
    }

    @ParameterizedTest
    @MethodSource("sellers")
    void whoHasNoRightIsRefused(VendorClient seller) {
        start(seller, 9);
        seller.account().set("{\"key_status\":\"disabled\"}");

        assertThat(seller.order("p").refusal())
                .map(VendorClient.Refusal::status)
                .contains(401);
    }

    private static void start(VendorClient seller, int pictures) {
        seller.account().freeze();
        setBalance(seller, pictures);
    }

    private static void setBalance(VendorClient seller, int pictures) {
        BigDecimal balance = seller.price().multiply(BigDecimal.valueOf(pictures));
        seller.account().set("{\"credits\":" + balance.toPlainString() + "}");
    }
}
