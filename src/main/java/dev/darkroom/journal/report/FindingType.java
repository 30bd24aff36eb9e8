package dev.darkroom.journal.report;

/** The mistakes of a client that a report looks for. */
public enum FindingType {
    /** The client polls a task after a poll has reported the end of the task. */
    POLLED_FINISHED_TASK("Stop polling a task when it has completed or failed, and keep the last response."),
    /** The client polls a task more often than the vendor's page recommends. */
    POLLED_TOO_FAST(
            "Wait at least as long as the vendor's page recommends between two polls of a task, or use a callback."),
    /** The client sends an unchanged request again after a permanent rejection. */
    RETRIED_REFUSAL(
            "Do not retry after 400, 401, 402, 403 or 404, or when the quota is used up: fix the request, the key or the"
                    + " balance first."),
    /** The client sends a request before {@code Retry-After} has passed. */
    IGNORED_RETRY_AFTER("Wait the number of seconds in Retry-After before the next request of the same kind."),
    /** The client sends fields that have no effect. */
    UNKNOWN_FIELDS("Remove the fields that the vendor's page does not document, or use the documented names."),
    /** The client requests a callback and never acknowledges it. */
    UNREAD_CALLBACK("Use a callback URL that can be reached, and respond with 2xx before you process the callback."),
    /** The client requests an expired image. */
    EXPIRED_PICTURE("Download an image as soon as its task has completed, and store it."),
    /** The client repeats a create request that created a task, because the response was lost. */
    PAID_TWICE(
            "When the response to a create request is lost, check the balance: if it is lower than before, the task was"
                    + " created. Where the API supports callbacks, the task's callback reports it."),
    /** The client sends headers that have no effect. */
    IGNORED_HEADERS(
            "Do not rely on headers that the vendor's page does not document. Without idempotency keys, find out"
                    + " whether a request created a task before you send it again."),
    /** The client requests a path that the API does not have. */
    UNKNOWN_PATH("Use the paths of the vendor's page, below the base URL that GET /_darkroom shows."),
    /** The client polls a task, and stops before it learns how the task ended. */
    ABANDONED_TASK("Poll a task until it has completed or failed, or use a callback: a task costs the same unwatched."),
    /** The client learns the URL of an image, and never requests it. */
    UNFETCHED_IMAGE("Download each image that you pay for, and store it before its URL expires.");

    private final String advice;

    FindingType(String advice) {
        this.advice = advice;
    }

    /** What to do instead, in a sentence. */
    public String advice() {
        return advice;
    }
}
