package dev.darkroom.journal;

/**
 * A header as it was sent.
 *
 * @param value {@code ...} in place of a value that may be a secret
 */
public record Header(String name, String value) {

    /** Whether the value is the one that was sent. */
    public boolean isKept() {
        return !value.equals("...");
    }
}
