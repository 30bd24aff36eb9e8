package dev.darkroom.dialect.getimg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.api.error.CommonError;
import dev.darkroom.api.image.AspectRatio;
import dev.darkroom.ledger.Credits;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares the dialect's error codes, prices and aspect ratios with the vendor's pages. */
class TablesTest {

    @Test
    void aspectRatiosMatchPageInOrder() {
        assertThat(Shapes.ALL.stream().map(AspectRatio::wireName))
                .containsExactly("1:1", "2:3", "3:2", "4:3", "3:4", "4:5", "16:9", "9:16", "21:9");
    }

    @ParameterizedTest
    @CsvSource({"1K,0.06", "2K,0.12"})
    void pricesMatchTable(String resolution, String dollars) {
        assertThat(Tier.values())
                .filteredOn(tier -> tier.wireName().equals(resolution))
                .singleElement()
                .satisfies(tier -> assertThat(tier.price()).hasToString(dollars));
        assertThat(Tier.values()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_api_key,401,DOCUMENTED",
        "parameter_missing,400,DOCUMENTED",
        "invalid_parameter,400,DOCUMENTED",
        "quota_exceeded,402,DOCUMENTED",
        "content_policy_violation,422,DOCUMENTED",
        "rate_limit,429,DOCUMENTED",
        "not_found,404,INFERRED",
        "internal_error,500,INFERRED",
        "permission_denied,403,INFERRED",
        "service_unavailable,503,INFERRED"
    })
    @Documented(
            value = "providers/getimg.md §5: the table of errors",
            rule = "the first six codes are those of the table, with their statuses",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            of = "Error.error.code",
            witness = "getimg-python 0.4.0, Prism 5.16.0")
    @Documented(
            value = "providers/getimg.md §5: further rows",
            rule = "permission_denied, not_found, internal_error and service_unavailable are the only other codes",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "Error.error.code")
    void errorCodesMatchTable(String code, int status, Certainty certainty) {
        ErrorCode error = ErrorCode.of(code).orElseThrow();

        assertThat(error.status()).isEqualTo(status);
        assertThat(error.ordinal() < 6).isEqualTo(certainty == Certainty.DOCUMENTED);
        assertThat(ErrorCode.values()).hasSize(10);
    }

    @ParameterizedTest
    @EnumSource(CommonError.class)
    void eachCommonErrorHasACode(CommonError error) {
        assertThat(ErrorCode.of(ErrorCode.of(error).code())).contains(ErrorCode.of(error));
    }

    @ParameterizedTest
    @CsvSource({
        "400,invalid_parameter",
        "403,permission_denied",
        "404,not_found",
        "405,invalid_parameter",
        "413,invalid_parameter",
        "500,internal_error",
        "502,internal_error",
        "503,service_unavailable"
    })
    void unlistedStatusGetsClosestCode(int status, String code) {
        assertThat(ErrorCode.forStatus(status).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"0,0.00", "0.06,0.06", "12.3,12.30", "12.345,12.345", "1000,1000.00"})
    @Documented(
            value = "providers/getimg.md §1: an example; the SDK states only a string",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "Balance.balance")
    void formatsDollarsWithCents(String amount, String text) {
        assertThat(Dollars.text(Credits.of(amount))).isEqualTo(text);
    }

    @Test
    void formatsMatchSdk() {
        assertThat(Arrays.stream(Format.values()).map(Format::wireName)).containsExactly("png", "jpeg", "webp");
    }
}
