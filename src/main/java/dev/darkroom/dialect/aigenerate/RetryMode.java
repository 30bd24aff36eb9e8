package dev.darkroom.dialect.aigenerate;

/**
 * What {@code taskId} in a create request means (inventions, providers/aigenerate.md §7). Under each, polls repeat a
 * response, which is the other interpretation of the page's sentence.
 */
enum RetryMode {
    /** It names an existing task. */
    TASK_ID,
    /** It names an existing task, or is an id that the client made up, which names the task from then on. */
    CLIENT_ID,
    /** The field is unknown. */
    OFF
}
