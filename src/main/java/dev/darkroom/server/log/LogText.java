package dev.darkroom.server.log;

import dev.darkroom.access.redaction.Redaction;
import dev.darkroom.journal.SingleLineText;

/**
 * Builds one line of bounded length from texts that may come from clients: their secrets are masked, and they cannot
 * break the line.
 */
final class LogText {

    private static final int MAX_LENGTH = 300;
    private static final int MAX_PART_LENGTH = 120;

    private final Redaction redaction;
    private final StringBuilder line = new StringBuilder();

    LogText(Redaction redaction) {
        this.redaction = redaction;
    }

    /** Adds a text of Darkroom's own. */
    LogText own(String text) {
        line.append(text);
        return this;
    }

    /** Adds a text that a client may have written. */
    LogText foreign(String text) {
        String shown = SingleLineText.escaped(redaction.text(text));
        line.append(SingleLineText.shortened(shown, MAX_PART_LENGTH));
        return this;
    }

    /** Adds a warning, without the marks around the names in it. */
    LogText warning(String text) {
        line.append("  ! ").append(SingleLineText.escaped(redaction.text(text)).replace("`", ""));
        return this;
    }

    @Override
    public String toString() {
        return SingleLineText.length(line.toString()) <= MAX_LENGTH
                ? line.toString()
                : line.substring(0, line.offsetByCodePoints(0, MAX_LENGTH - 1)) + "…";
    }
}
