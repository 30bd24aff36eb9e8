package dev.darkroom.control;

import dev.darkroom.journal.report.Finding;
import dev.darkroom.journal.report.Report;
import java.util.Optional;
import java.util.function.Function;

/**
 * A report about the client of one sandbox.
 *
 * @param sandbox the sandbox's masked key
 * @param exchanges the number of exchanges that the report covers
 * @param dropped the number of exchanges that the journal had dropped before
 * @param page the vendor's documentation for a finding; empty when the vendor is unknown
 */
record ClientReport(
        String sandbox, int exchanges, long dropped, Report report, Function<Finding, Optional<String>> page) {

    String verdict() {
        if (report.isClean()) {
            return isEmpty() ? "empty" : "clean";
        }
        return "findings";
    }

    /** Whether the report covers no exchange. */
    boolean isEmpty() {
        return exchanges == 0;
    }
}
