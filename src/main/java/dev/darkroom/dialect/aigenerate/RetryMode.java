package dev.darkroom.dialect.aigenerate;

/**
 * What {@code taskId} in a create request means (inferred, providers/aigenerate.md §7). The page's sentence about
 * retries may also be about polls. Polls can be repeated in every mode.
 */
enum RetryMode {
    /** It names an existing task. */
    TASK_ID,
    /** It names an existing task, or it is an id that the client made up and can repeat in retries. */
    CLIENT_ID,
    /** The field is unknown. */
    OFF
}
