package dev.darkroom.dialect.reapi;

/** How strictly the official channel moderates content. */
enum Moderation {
    AUTO,
    /** Allows the content that a trigger reports as prohibited (inferred). */
    LOW
}
