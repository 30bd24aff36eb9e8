package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.journal.report.FindingKind;
import java.util.Map;

/** The pages that say how a client should behave, by finding. */
final class Pages {

    /** As of seeds/001. */
    private static final String PAGE = "https://aivideoapi.ai/docs/image-generation/gpt-image-2, ";

    static final Map<FindingKind, String> PAGES = Map.of(
            FindingKind.POLLED_FINISHED_TASK,
            PAGE + "Query Task",
            FindingKind.POLLED_TOO_FAST,
            PAGE + "Query Task; the interval is inferred, see darkroom.aivideoapi.poll-interval",
            FindingKind.RETRIED_REFUSAL,
            PAGE + "Error Reference",
            FindingKind.IGNORED_RETRY_AFTER,
            PAGE + "Error Reference, rate_limit_exceeded",
            FindingKind.UNKNOWN_FIELDS,
            PAGE + "Request Body, Input Parameters",
            FindingKind.UNREAD_CALLBACK,
            PAGE + "Callback Notifications",
            FindingKind.EXPIRED_PICTURE,
            PAGE + "Query Task; how long it lasts is inferred, see darkroom.aivideoapi.url-expiry",
            FindingKind.PAID_TWICE,
            PAGE + "Create Task, which has no idempotency key");

    private Pages() {}
}
