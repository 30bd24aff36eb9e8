package dev.darkroom.journal.report;

import java.util.stream.Stream;

/** Finds mistakes of one type. A rule reports nothing when it is in doubt. */
interface ReportRule {

    /** One finding for each affected task or request, in order of the first mistake. */
    Stream<Finding> findings(ClientHistory history);
}
