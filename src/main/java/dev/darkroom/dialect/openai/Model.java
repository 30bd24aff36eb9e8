package dev.darkroom.dialect.openai;

import dev.darkroom.ledger.Credits;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The image models (providers/openai.md §2), with their prices in US dollars for a million tokens (§7). */
enum Model {
    GPT_IMAGE_2("gpt-image-2", Generation.TWO, "2026-04-21"),
    GPT_IMAGE_2_SNAPSHOT("gpt-image-2-2026-04-21", Generation.TWO, "2026-04-21"),
    GPT_IMAGE_1_5("gpt-image-1.5", Generation.ONE_AND_A_HALF, "2025-12-16"),
    GPT_IMAGE_1_MINI("gpt-image-1-mini", Generation.ONE_MINI, "2025-10-06"),
    CHATGPT_IMAGE_LATEST("chatgpt-image-latest", Generation.ONE_AND_A_HALF, "2025-12-16"),
    GPT_IMAGE_2_5_SUNBURST("gpt-image-2.5-sunburst", Generation.LATER, "2026-09-08"),
    GPT_IMAGE_2_5_SUNBURST_SNAPSHOT("gpt-image-2.5-sunburst-2026-09-08", Generation.LATER, "2026-09-08"),
    GPT_IMAGE_2_5_FLARE("gpt-image-2.5-flare", Generation.LATER, "2026-09-08"),
    GPT_IMAGE_2_5_FLARE_SNAPSHOT("gpt-image-2.5-flare-2026-09-08", Generation.LATER, "2026-09-08"),
    GPT_IMAGE_2_6_SUNBURST("gpt-image-2.6-sunburst", Generation.LATER, "2026-11-13"),
    GPT_IMAGE_2_6_FLARE("gpt-image-2.6-flare", Generation.LATER, "2026-11-13");

    private static final Map<String, Model> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Model::wireName, model -> model));

    private final String wireName;
    private final Generation generation;
    private final String createdOn;

    /** @param createdOn a date, for the list of models; inferred unless it is part of the name */
    Model(String wireName, Generation generation, String createdOn) {
        this.wireName = wireName;
        this.generation = generation;
        this.createdOn = createdOn;
    }

    static Optional<Model> of(String wireName) {
        return Optional.ofNullable(BY_NAME.get(wireName));
    }

    static Set<String> names() {
        return BY_NAME.keySet();
    }

    String wireName() {
        return wireName;
    }

    String createdOn() {
        return createdOn;
    }

    /**
     * The model that does the work. {@code gpt-image-2} stands for its snapshot (providers/openai.md §2). The source does
     * not say that other names stand for one.
     */
    Model snapshot() {
        return this == GPT_IMAGE_2 ? GPT_IMAGE_2_SNAPSHOT : this;
    }

    Generation generation() {
        return generation;
    }

    /** What models of the same age have in common. */
    enum Generation {
        ONE_MINI("2", "2.5", "8"),
        ONE_AND_A_HALF("5", "8", "32"),
        TWO("5", "8", "30"),
        /** Models 2.5 and later. Their prices are inferred. */
        LATER("5", "8", "30");

        private static final List<String> FIDELITIES = List.of("high", "low");

        private final Credits textIn;
        private final Credits imageIn;
        private final Credits imageOut;

        Generation(String textIn, String imageIn, String imageOut) {
            this.textIn = Credits.of(textIn);
            this.imageIn = Credits.of(imageIn);
            this.imageOut = Credits.of(imageOut);
        }

        /** Whether any size within the limits is allowed, not only three. */
        boolean allowsAnySize() {
            return this == TWO || this == LATER;
        }

        List<Quality> qualities() {
            return this == LATER ? Quality.ALL : Quality.UNTIL_2;
        }

        /**
         * Checks {@code input_fidelity}, which only some models have.
         *
         * @param name the name of the model in the request
         */
        void checkInputFidelity(Parameters parameters, String name) {
            boolean isPresent = parameters
                    .choice("input_fidelity", FIDELITIES, value -> value)
                    .isPresent();
            if (isPresent && this != ONE_AND_A_HALF) {
                throw ImageErrors.inputFidelityNotSupported(parameters, name);
            }
        }

        /** The price of the tokens, rounded up to a millionth of a dollar. */
        Credits price(Tokens tokens) {
            long millionths = Math.multiplyExact(tokens.text(), textIn.micros())
                    + Math.multiplyExact(tokens.imageIn(), imageIn.micros())
                    + Math.multiplyExact(tokens.output(), imageOut.micros());
            return new Credits((millionths + 999_999) / 1_000_000);
        }
    }
}
