package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.journal.report.FindingType;
import java.util.Map;

/** The vendor's pages that say how a client should behave, by the finding that refers to them. */
final class GuidelinePages {

    /** As of seeds/001. */
    private static final String PAGE = "https://aivideoapi.ai/docs/image-generation/gpt-image-2, ";

    static final Map<FindingType, String> BY_FINDING = Map.of(
            FindingType.POLLED_FINISHED_TASK,
            PAGE + "Query Task",
            FindingType.POLLED_TOO_FAST,
            PAGE + "Query Task; the interval is inferred, see darkroom.aivideoapi.poll-interval",
            FindingType.RETRIED_REFUSAL,
            PAGE + "Error Reference",
            FindingType.IGNORED_RETRY_AFTER,
            PAGE + "Error Reference, rate_limit_exceeded",
            FindingType.UNKNOWN_FIELDS,
            PAGE + "Request Body, Input Parameters",
            FindingType.UNREAD_CALLBACK,
            PAGE + "Callback Notifications",
            FindingType.EXPIRED_PICTURE,
            PAGE + "Query Task; its lifetime is inferred, see darkroom.aivideoapi.url-expiry",
            FindingType.PAID_TWICE,
            PAGE + "Create Task, which has no idempotency key");

    private GuidelinePages() {}
}
