package dev.darkroom.dialect.getimg;

/** The vendor's only GPT Image model (seeds/004), as the models endpoint describes it (providers/getimg.md §7). */
final class Model {

    static final String ID = "gpt-image-2";
    static final String NAME = "GPT Image 2";
    static final String TYPE = "image";
    static final String BILLABLE_UNIT = "image";

    /** Inferred, including its type. */
    static final String CREATED_AT = "2026-04-21T00:00:00Z";

    /** seeds/004: up to 10 reference images. */
    static final int MAX_REFERENCES = 10;

    static final String REFERENCE_ROLE = "reference_image";

    private Model() {}
}
