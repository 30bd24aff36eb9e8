package dev.darkroom.access.redaction;

/** How much of the original text is searched, and whether its syntax counts. */
enum Extent {
    /** A complete text. */
    WHOLE,
    /** A complete document, in which quotation marks and backslashes that are not escaped belong to the syntax. */
    DOCUMENT,
    /** The beginning of a longer text; its end may have cut a secret in two. */
    BEGINNING
}
