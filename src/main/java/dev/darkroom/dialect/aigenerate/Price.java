package dev.darkroom.dialect.aigenerate;

import dev.darkroom.api.image.Resolution;
import dev.darkroom.ledger.Credits;

/**
 * What GPT Image 2 costs by its resolution: kie.ai's dollars, $0.03, $0.05 and $0.08, at $0.007 a credit (inferred,
 * providers/aigenerate.md §2). What GPT Image 1.5 costs stands with its {@link Quality}.
 */
final class Price {

    private static final Credits ONE_K = Credits.of("4.29");
    private static final Credits TWO_K = Credits.of("7.14");
    private static final Credits FOUR_K = Credits.of("11.43");

    private Price() {}

    static Credits ofTwo(Resolution resolution) {
        return switch (resolution) {
            case ONE_K -> ONE_K;
            case TWO_K -> TWO_K;
            case FOUR_K -> FOUR_K;
        };
    }
}
