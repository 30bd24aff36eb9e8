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

/** Compares the dialect's prices and aspect ratios with the vendor's pages. */
class TablesTest {

    @Test
    void hasPageForEveryFinding() {
        assertThat(GuidelinePages.BY_FINDING).containsOnlyKeys(FindingType.values());
    }

    @Test
    @Documented(
            value = "providers/aivideoapi.md §11",
            certainty = Certainty.INFERRED,
            rule = "a ratio that is the reverse of another has its sides swapped",
            negativeTest = "ImageIT.rendersExactSize",
            of = "Input.aspect_ratio",
            witness = "Pillow 12.3.0")
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
    @Documented(
            value = "seeds/000: Pricing and usage, Per image",
            rule = "with the price list flat, an image costs 12 credits, whatever its resolution",
            negativeTest = "BalanceIT.chargesTaskOnCreation")
    @Documented(
            value = "providers/aivideoapi.md §7, newer pages of the same site",
            rule = "with the price list v2, an image costs 4.7 credits at 1k, 9.4 at 2k and 14.1 at 4k",
            negativeTest = "BalanceIT.chargesTaskOnCreation")
    void pricesMatchLists(PriceList list, String oneK, String twoK, String fourK) {
        assertThat(Arrays.stream(Resolution.values()).map(list::price).map(Object::toString))
                .containsExactly(oneK, twoK, fourK);
    }
}
