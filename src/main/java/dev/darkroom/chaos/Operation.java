package dev.darkroom.chaos;

/** What a client does, and what a sandbox does for it: where something can go wrong, and what a journal tells of. */
public enum Operation {
    /** A task is asked for. */
    CREATE,
    /** A client asks how a task stands. */
    POLL,
    /** A client asks for its balance. */
    CREDITS,
    /** A picture is fetched. */
    FILE,
    /** A task develops. */
    TASK,
    /** A client is called back. */
    CALLBACK
}
