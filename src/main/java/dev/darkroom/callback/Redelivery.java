package dev.darkroom.callback;

/** What became of the wish to have a callback delivered once more. */
public enum Redelivery {
    STARTED,
    /** An attempt is under way already; a receiver gets one at a time. */
    UNDER_WAY,
    /** The task has none, has not ended yet, or is not kept any more. */
    UNKNOWN
}
