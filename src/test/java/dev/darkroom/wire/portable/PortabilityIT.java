package dev.darkroom.wire.portable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.image.ImageHeader;
import dev.darkroom.wire.server.WireTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A program that hides the vendors' differences behind an interface can switch vendors: submitting, waiting,
 * downloading, refunds, insufficient credits, rate limits and keys with triggers work the same way.
 */
@WireTest
class PortabilityIT {

    static Stream<VendorClient> vendors() {
        return Vendors.all();
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void chargesAndDeliversImage(VendorClient vendor) {
        BigDecimal balance = freezeWithBalanceFor(vendor, 2, "a lighthouse");
        BigDecimal rest = balance.subtract(vendor.price("a lighthouse"));

        VendorClient.Submission submission = vendor.submit("a lighthouse");
        assertThat(submission.rejection()).isEmpty();
        assertThat(vendor.balance()).isEqualByComparingTo(rest);
        vendor.account().advance("10s");

        assertThat(submission.image().flatMap(ImageHeader::dimensions)).isPresent();
        assertThat(submission.imageUrl().isPresent()).isEqualTo(vendor.sendsUrls());
        assertThat(vendor.balance()).isEqualByComparingTo(rest);
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void refundsFailedTask(VendorClient vendor) {
        String prompt = "[[fail: upstream_error]]";
        BigDecimal balance = freezeWithBalanceFor(vendor, 1, prompt);

        VendorClient.Submission submission = vendor.submit(prompt);
        assertThat(submission.rejection()).isEmpty();
        assertThat(vendor.balance()).isEqualByComparingTo(balance.subtract(vendor.price(prompt)));
        vendor.account().advance("10s");

        assertThat(submission.image()).isEmpty();
        assertThat(vendor.balance()).isEqualByComparingTo(balance);
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void rejectsRequestsUntilCreditsSuffice(VendorClient vendor) {
        freezeWithBalanceFor(vendor, 1, "p");
        assertThat(vendor.submit("p").rejection()).isEmpty();

        assertThat(vendor.submit("p").rejection())
                .map(VendorClient.Rejection::status)
                .contains(vendor.shortOfCreditsStatus());
        setBalance(vendor, 1, "p");
        assertThat(vendor.submit("p").rejection()).isEmpty();
        vendor.account().advance("10s");
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void admitsClientThatWaitsRetryAfter(VendorClient vendor) {
        freezeWithBalanceFor(vendor, 9, "p");
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
        freezeWithBalanceFor(vendor, 9, "p");
        vendor.account().changeSandbox("{\"key_status\":\"disabled\"}");

        assertThat(vendor.submit("p").rejection())
                .map(VendorClient.Rejection::status)
                .contains(401);
    }

    @ParameterizedTest
    @MethodSource("vendorsWithTriggers")
    void wordInKeySetsStateOfAccount(VendorClient vendor, int status) {
        assertThat(vendor.submit("p").rejection())
                .map(VendorClient.Rejection::status)
                .contains(status);
    }

    /** Each vendor with keys that have a trigger, and the status of the rejection. */
    static Stream<Arguments> vendorsWithTriggers() {
        return Stream.of(
                        withTrigger("broke", VendorClient::shortOfCreditsStatus),
                        withTrigger("disabled", vendor -> 401),
                        withTrigger("throttled", vendor -> 429),
                        withTrigger("internal", vendor -> 500))
                .flatMap(Function.identity());
    }

    private static Stream<Arguments> withTrigger(String word, ToIntFunction<VendorClient> status) {
        return Vendors.withKeys(
                        "darkroom-" + word + "-" + UUID.randomUUID().toString().substring(0, 8))
                .map(vendor -> Arguments.of(vendor, status.applyAsInt(vendor)));
    }

    /** Freezes the clock. Returns the balance, which is too low for one more image. */
    private static BigDecimal freezeWithBalanceFor(VendorClient vendor, int images, String prompt) {
        vendor.account().freeze();
        return setBalance(vendor, images, prompt);
    }

    /** A balance has at most three decimals, but a price may have more. */
    private static BigDecimal setBalance(VendorClient vendor, int images, String prompt) {
        BigDecimal balance =
                vendor.price(prompt).multiply(BigDecimal.valueOf(images)).setScale(3, RoundingMode.CEILING);
        vendor.account().changeSandbox("{\"credits\":" + balance.toPlainString() + "}");
        return balance;
    }
}
