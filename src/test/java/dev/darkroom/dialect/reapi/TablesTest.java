package dev.darkroom.dialect.reapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.api.image.AspectRatio;
import dev.darkroom.api.image.Resolution;
import dev.darkroom.journal.report.FindingType;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the dialect's error codes, prices and aspect ratios with the vendor's pages. */
class TablesTest {

    @Test
    void hasPageForEveryFinding() {
        assertThat(GuidelinePages.BY_FINDING).containsOnlyKeys(FindingType.values());
    }

    @ParameterizedTest
    @CsvSource({
        "10001,401,false",
        "10002,401,false",
        "10003,401,false",
        "10004,401,false",
        "10005,401,false",
        "10006,403,true",
        "20001,400,true",
        "20002,400,false",
        "20003,400,true",
        "20004,400,true",
        "30001,402,true",
        "30002,402,true",
        "40001,404,true",
        "40002,404,true",
        "50001,429,false",
        "60099,500,false",
        "70001,502,true",
        "70002,503,true",
        "70003,504,true",
        "80006,400,false"
    })
    @Documented(
            value = "providers/reapi.md §7, on the vendor's errors page",
            dialect = "reapi",
            rule = "10001 to 10005, 20002, 50001, 60099 and 80006 are the vendor's codes",
            of = "Error.error.code",
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1, Prism 5.16.0")
    @Documented(
            value = "providers/reapi.md §7: the codes are unknown",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "all other codes are invented, and a setting can replace them",
            of = "Error.error.code",
            negativeTest = "SettingsIT.replacesInventedCodes")
    void errorsMatchTable(int code, int status, boolean isInvented) {
        ErrorCode error = Arrays.stream(ErrorCode.values())
                .filter(candidate -> candidate.defaultCode() == code)
                .findFirst()
                .orElseThrow();
        assertThat(error.status()).isEqualTo(status);
        assertThat(error.isInvented()).isEqualTo(isInvented);
        assertThat(ErrorCode.values()).hasSize(20);
    }

    @ParameterizedTest
    @CsvSource({"LISTED,7 14 20", "DERIVED,7 14 20", "JULY_2026,30 50 80"})
    @Documented(
            value = "providers/reapi.md §9.2: known only from another project's snapshot of July 2026",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "the setting prices=july-2026 charges 30, 50 and 80 credits at the basic channel;"
                    + " prices=derived charges the listed prices",
            negativeTest = Documented.SAME)
    void basicChannelHasOnePricePerResolution(PriceList list, String prices) {
        assertThat(Arrays.stream(Resolution.values())
                        .map(resolution -> list.basic(resolution).toString())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(prices);
    }

    @ParameterizedTest
    @CsvSource({
        "1:1,6 47 186,22 186 741,",
        "16:9,7 59 235,12 105 418,42 368 1467",
        "9:16,7 59 235,12 105 418,42 368 1467",
        "2:1,11 94 372,19 161 638,38 328 1304",
        "1:2,11 94 372,19 161 638,38 328 1304",
        "21:9,9 78 308,16 138 549,32 282 1120",
        "9:21,9 78 308,16 138 549,32 282 1120",
        "3:2,8 70 278,14 124 492,",
        "2:3,8 70 278,14 124 492,",
        "4:3,4 36 140,16 140 558,",
        "3:4,4 36 140,16 140 558,",
        "5:4,7 59 232,27 233 927,",
        "4:5,7 59 232,27 233 927,"
    })
    @Documented(
            value = "providers/reapi.md §9.2: known only from another project's snapshot of July 2026",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "the setting prices=derived charges the dollar prices of July 2026 plus 10 percent, by"
                    + " size and quality",
            negativeTest = "listedPricesDependOnNoRatio")
    void derivedListHasPricePerSize(String ratio, String oneK, String twoK, String fourK) {
        assertThat(official(PriceList.DERIVED, ratio, Resolution.ONE_K)).isEqualTo(oneK);
        assertThat(official(PriceList.DERIVED, ratio, Resolution.TWO_K)).isEqualTo(twoK);
        if (fourK != null) {
            assertThat(official(PriceList.DERIVED, ratio, Resolution.FOUR_K)).isEqualTo(fourK);
        }
    }

    @Test
    @Documented(
            value = "providers/reapi.md §9.2: known only from another project's snapshot of July 2026",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "the setting prices=july-2026 charges the dollar prices of July 2026, rounded up to whole"
                    + " credits",
            negativeTest = "listedPricesDependOnNoRatio")
    void pricesOfJuly2026MatchSnapshot() {
        assertThat(official(PriceList.JULY_2026, "1:1", Resolution.ONE_K)).isEqualTo("5 43 169");
        assertThat(official(PriceList.JULY_2026, "16:9", Resolution.FOUR_K)).isEqualTo("38 335 1333");
    }

    @Test
    @Documented(
            value = "seeds/002: Pricing, Stable: the page names no ratio",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "the price of the official channel depends on no ratio",
            negativeTest = "derivedListHasPricePerSize")
    void listedPricesDependOnNoRatio() {
        for (AspectRatio ratio : AspectRatio.values()) {
            for (Resolution resolution : Resolution.values()) {
                if (ratio.pixels(resolution).isPresent()) {
                    assertThat(official(PriceList.LISTED, ratio.wireName(), resolution))
                            .isEqualTo(resolution == Resolution.FOUR_K ? "6 47 1467" : "6 47 186");
                }
            }
        }
    }

    private static String official(PriceList list, String ratio, Resolution resolution) {
        var pixels = AspectRatio.of(ratio).orElseThrow().pixels(resolution).orElseThrow();
        return Arrays.stream(new Quality[] {Quality.LOW, Quality.MEDIUM, Quality.HIGH})
                .map(quality -> list.official(pixels, quality).toString())
                .collect(Collectors.joining(" "));
    }
}
