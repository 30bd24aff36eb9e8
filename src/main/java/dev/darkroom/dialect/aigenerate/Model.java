package dev.darkroom.dialect.aigenerate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a slug stands for.
 *
 * @param quality of GPT Image 1.5, which has it in its name; empty for GPT Image 2
 * @param isEdit whether it takes pictures to start from
 * @param isOnPage whether a page of the vendor names it
 */
record Model(String slug, Optional<Quality> quality, boolean isEdit, boolean isOnPage) {

    private static final String TEXT_TO_IMAGE = "text-to-image";
    private static final String IMAGE_TO_IMAGE = "image-to-image";

    /** What an alias must be, in words. */
    static final String ALIAS_RULE = "names that end with -" + TEXT_TO_IMAGE + " or -" + IMAGE_TO_IMAGE;

    /** The four variants of seeds/003; it spells out one slug, the others follow from it. */
    static List<Model> ofPage() {
        return Arrays.stream(Quality.values())
                .flatMap(quality -> Arrays.stream(new String[] {TEXT_TO_IMAGE, IMAGE_TO_IMAGE})
                        .map(mode -> new Model(
                                "openai-gpt-image-1-5-" + mode + "-" + quality.wireName(),
                                Optional.of(quality),
                                mode.equals(IMAGE_TO_IMAGE),
                                true)))
                .toList();
    }

    /** A name for GPT Image 2. */
    static Model alias(String slug) {
        return new Model(slug, Optional.empty(), slug.endsWith("-" + IMAGE_TO_IMAGE), false);
    }

    static boolean isAlias(String slug) {
        return slug.matches("[A-Za-z0-9._/-]{1,100}-(" + TEXT_TO_IMAGE + "|" + IMAGE_TO_IMAGE + ")");
    }

    /** How it works, as its name has it. */
    String mode() {
        return isEdit ? IMAGE_TO_IMAGE : TEXT_TO_IMAGE;
    }

    /** GPT Image 2 has fields of its own. */
    boolean isTwo() {
        return quality.isEmpty();
    }
}
