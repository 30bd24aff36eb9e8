package dev.darkroom.dialect.aigenerate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A model of the API.
 *
 * @param slug the name in requests
 * @param quality the quality in the name of a GPT Image 1.5 model; empty for GPT Image 2
 * @param isEdit whether it takes reference images
 * @param isDocumented whether the vendor's page names it, or its slug follows the pattern of one that the page names
 */
record Model(String slug, Optional<Quality> quality, boolean isEdit, boolean isDocumented) {

    private static final String TEXT_TO_IMAGE = "text-to-image";
    private static final String IMAGE_TO_IMAGE = "image-to-image";

    /** The rule of {@link #isAlias}, for error messages. */
    static final String ALIAS_RULE = "names that end with -" + TEXT_TO_IMAGE + " or -" + IMAGE_TO_IMAGE;

    /** The four variants of GPT Image 1.5 (seeds/003). The page gives one slug; the others follow its pattern. */
    static List<Model> documented() {
        return Arrays.stream(Quality.values())
                .flatMap(quality -> Arrays.stream(new String[] {TEXT_TO_IMAGE, IMAGE_TO_IMAGE})
                        .map(mode -> new Model(
                                "openai-gpt-image-1-5-" + mode + "-" + quality.wireName(),
                                Optional.of(quality),
                                mode.equals(IMAGE_TO_IMAGE),
                                true)))
                .toList();
    }

    /** GPT Image 2 under one of the names in the settings. */
    static Model alias(String slug) {
        return new Model(slug, Optional.empty(), slug.endsWith("-" + IMAGE_TO_IMAGE), false);
    }

    static boolean isAlias(String slug) {
        return slug.matches("[A-Za-z0-9._/-]{1,100}-(" + TEXT_TO_IMAGE + "|" + IMAGE_TO_IMAGE + ")");
    }

    String mode() {
        return isEdit ? IMAGE_TO_IMAGE : TEXT_TO_IMAGE;
    }

    boolean isGptImage2() {
        return quality.isEmpty();
    }
}
