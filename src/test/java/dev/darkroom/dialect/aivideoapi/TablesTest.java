package dev.darkroom.dialect.aivideoapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.api.image.AspectRatio;
import dev.darkroom.api.image.Resolution;
import dev.darkroom.journal.report.FindingType;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the dialect's error codes, prices and aspect ratios with the vendor's pages. */
class TablesTest {

    @Test
    void hasPageForEveryFinding() {
        assertThat(GuidelinePages.BY_FINDING).containsOnlyKeys(FindingType.values());
    }

    @Test
    @Documented(value = "seeds/001: Input Parameters, aspect_ratio", of = "Input.aspect_ratio")
    void listsRatiosInDocumentedOrder() {
        assertThat(AspectRatio.NAMES)
                .isEqualTo("auto, 1:1, 5:4, 4:3, 3:2, 16:9, 21:9, 9:16, 4:5, 3:4, 2:3, 2:1, 1:2, 9:21");
    }

    @Test
    @Documented(
            value = "seeds/001: Input Parameters, aspect_ratio: the constraint at 4k",
            of = {"Input.aspect_ratio", "Input.resolution"})
    void allowsSixRatiosAt4k() {
        assertThat(AspectRatio.NAMES_AT_4K.split(", "))
                .containsExactlyInAnyOrder("16:9", "9:16", "2:1", "1:2", "21:9", "9:21");
    }

    @Test
    @Documented(value = "providers/aivideoapi.md §11", certainty = Certainty.INFERRED)
    void swapsPixelsOfSwappedRatio() {
        for (AspectRatio ratio : AspectRatio.values()) {
            String[] sides = ratio.wireName().split(":");
            if (sides.length == 2) {
                AspectRatio swapped = AspectRatio.of(sides[1] + ":" + sides[0]).orElseThrow();
                for (Resolution resolution : Resolution.values()) {
                    assertThat(swapped.pixels(resolution).map(size -> size.height() + "x" + size.width()))
                            .isEqualTo(ratio.pixels(resolution).map(Object::toString));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"V1,2.4,4.8,7.2", "V2,4.7,9.4,14.1", "FLAT,12,12,12"})
    @Documented("seeds/001: Pricing")
    @Documented("seeds/000: Pricing and usage, for the price list flat")
    @Documented("providers/aivideoapi.md §7, newer pages of the same site, for the price list v2")
    void pricesMatchLists(PriceList list, String oneK, String twoK, String fourK) {
        assertThat(Arrays.stream(Resolution.values()).map(list::price).map(Object::toString))
                .containsExactly(oneK, twoK, fourK);
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_request,400,invalid_request_error",
        "invalid_api_key,401,authentication_error",
        "insufficient_credits,402,billing_error",
        "ip_not_allowed,403,permission_error",
        "model_not_found,404,invalid_request_error",
        "task_not_found,404,invalid_request_error",
        "rate_limit_exceeded,429,rate_limit_error",
        "spend_limit_exceeded,429,billing_error",
        "internal_error,500,api_error",
        "upstream_error,503,upstream_error"
    })
    @Documented(
            value = "seeds/001: Error Reference",
            of = {"Error.error.code", "Error.error.type"})
    void errorsMatchTable(String code, int status, String type) {
        ErrorCode error = ErrorCode.of(code).orElseThrow();
        assertThat(error.status()).isEqualTo(status);
        assertThat(error.type()).isEqualTo(type);
        assertThat(ErrorCode.values()).hasSize(10);
    }
}
