package dev.darkroom.journal.report;

import java.util.stream.Stream;

/** Finds what a client did wrong in one way. It would rather miss a clumsy client than convict a good one. */
interface ReportRule {

    /** One for each task, request or the like that it did wrong by, in the order in which it began. */
    Stream<Finding> findings(ClientHistory conduct);
}
