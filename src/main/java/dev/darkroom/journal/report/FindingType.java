package dev.darkroom.journal.report;

/** What a client can do wrong. */
public enum FindingType {
    /** It polls a task of which it was told the end. */
    POLLED_FINISHED_TASK("Stop polling a task when it has completed or failed, and keep what the last poll said."),
    /** It polls a task more often than the vendor's page advises. */
    POLLED_TOO_FAST("Wait at least as long as the page advises between two polls of a task, or be called back."),
    /** It sends a request again as it was, after a refusal that will not go away by itself. */
    RETRIED_REFUSAL("Do not retry after 400, 401, 402, 403 or 404: mend the request, the key or the balance first."),
    /** It comes back sooner than it was asked to. */
    IGNORED_RETRY_AFTER("Wait as many seconds as Retry-After says before the next request of the kind."),
    /** It sends fields that do nothing. */
    UNKNOWN_FIELDS("Leave out the fields that the page does not have, or call them what the page calls them."),
    /** It asks to be called back, and does not answer. */
    UNREAD_CALLBACK(
            "Have callbacks sent to where they can arrive, and answer with 2xx before working on what they say."),
    /** It asks for a picture when it is gone. */
    EXPIRED_PICTURE("Fetch a picture when its task has completed, and store it."),
    /** It sends a create request again that was carried out, though the answer was lost. */
    PAID_TWICE(
            "When the answer to a create request is lost, look at the balance: if it is less than before, the task was made; where the API calls back, its callback will tell of it.");

    private final String instead;

    FindingType(String instead) {
        this.instead = instead;
    }

    /** What to do instead, in a sentence. */
    public String instead() {
        return instead;
    }
}
