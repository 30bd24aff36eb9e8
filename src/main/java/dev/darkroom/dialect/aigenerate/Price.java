package dev.darkroom.dialect.aigenerate;

import dev.darkroom.api.image.Resolution;
import dev.darkroom.ledger.Credits;

/**
 * The prices of GPT Image 2 by resolution: kie.ai's $0.03, $0.05 and $0.08, at $0.007 a credit (inferred,
 * providers/aigenerate.md §2). {@link Quality} has the prices of GPT Image 1.5.
 */
final class Price {

    private static final Credits ONE_K = Credits.of("4.29");
    private static final Credits TWO_K = Credits.of("7.14");
    private static final Credits FOUR_K = Credits.of("11.43");

    private Price() {}

    static Credits gptImage2(Resolution resolution) {
        return switch (resolution) {
            case ONE_K -> ONE_K;
            case TWO_K -> TWO_K;
            case FOUR_K -> FOUR_K;
        };
    }
}
