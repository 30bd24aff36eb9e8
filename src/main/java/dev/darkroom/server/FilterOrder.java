package dev.darkroom.server;

/** The filters of the server in the order in which they run, all of them before the routes of Quarkus. */
enum FilterOrder {
    /** Selects the dialect, which all other filters need. */
    ROUTING,
    /** Before anything that can reject the request, so that the journal has rejected requests, too. */
    JOURNAL,
    /** Before the requests in progress are counted, so that a slow upload does not delay the shutdown. */
    BODY,
    /** Before anything that does work for the request. */
    SHUTDOWN,
    /** Last, because such a request passes the same checks as others, but no route handles it. */
    OPTIONS;

    private static final int FIRST = 1000;

    /** The priority of the filter; filters of higher priority run first. */
    int priority() {
        return FIRST - ordinal();
    }
}
