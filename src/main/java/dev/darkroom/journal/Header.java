package dev.darkroom.journal;

/**
 * A header as it was sent.
 *
 * @param value three dots where it may be a secret, see {@link Headers}
 */
public record Header(String name, String value) {

    /** Whether its value is the one that was sent. */
    public boolean isKept() {
        return !value.equals("...");
    }
}
