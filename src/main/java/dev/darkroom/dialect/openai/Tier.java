package dev.darkroom.dialect.openai;

import dev.darkroom.access.RateRule;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The usage tiers, and their limits of images per minute for {@code gpt-image-2} (providers/openai.md §9). */
enum Tier {
    /** No limit. */
    NONE(0),
    ONE(5),
    TWO(20),
    THREE(50),
    FOUR(150),
    FIVE(250);

    static final Duration WINDOW = Duration.ofMinutes(1);

    private final int imagesPerMinute;

    Tier(int imagesPerMinute) {
        this.imagesPerMinute = imagesPerMinute;
    }

    int imagesPerMinute() {
        return imagesPerMinute;
    }

    /** The tier with this name in settings: its number, or {@code none}. */
    static Optional<Tier> of(String name) {
        return Arrays.stream(values())
                .filter(tier -> tier == NONE ? name.equals("none") : name.equals(Integer.toString(tier.ordinal())))
                .findFirst();
    }

    Optional<RateRule> limit() {
        return this == NONE ? Optional.empty() : Optional.of(new RateRule(imagesPerMinute, WINDOW));
    }
}
