package dev.darkroom.chaos;

/**
 * What a client requests, or what a sandbox does on its behalf. Faults are injected, and the journal reports, by
 * operation.
 */
public enum Operation {
    /** A client creates a task. */
    CREATE,
    /** A client polls the status of a task. */
    POLL,
    /** A client requests its balance. */
    CREDITS,
    /** A client downloads an image. */
    FILE,
    /** The sandbox executes a task. */
    TASK,
    /** The sandbox sends a callback. */
    CALLBACK
}
