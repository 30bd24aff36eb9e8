package dev.darkroom.access.redaction;

/** What a text is a part of. */
enum Extent {
    /** A complete text. */
    WHOLE,
    /** A complete document, in which quotation marks and backslashes that are not escaped belong to the syntax. */
    DOCUMENT,
    /** The beginning of a longer text; its end may have cut a secret in two. */
    BEGINNING
}
