package dev.darkroom.callback;

/** The result of a request to deliver a callback once more. */
public enum Redelivery {
    STARTED,
    /** An attempt is already in flight; a receiver gets one at a time. */
    IN_FLIGHT,
    /** The task has no such callback, has not ended yet, or is no longer kept. */
    UNKNOWN
}
