package dev.darkroom.control;

import dev.darkroom.journal.report.Finding;
import dev.darkroom.journal.report.Report;
import java.util.Optional;
import java.util.function.Function;

/**
 * A report and what it is about.
 *
 * @param sandbox its key, masked
 * @param exchanges how many were looked at
 * @param dropped how many were there no more
 * @param page where the vendor says what is right; empty when nobody knows any more whose API it was
 */
record ClientReport(
        String sandbox, int exchanges, long dropped, Report report, Function<Finding, Optional<String>> page) {

    String verdict() {
        if (report.isClean()) {
            return isEmpty() ? "empty" : "clean";
        }
        return "findings";
    }

    /** Whether there was nothing to look at. */
    boolean isEmpty() {
        return exchanges == 0;
    }
}
