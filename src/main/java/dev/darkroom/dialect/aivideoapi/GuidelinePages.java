package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.journal.report.FindingType;
import java.util.Map;

/** The vendor's pages that say how a client should behave, by the finding that refers to them. */
final class GuidelinePages {

    /** As of seeds/001. */
    private static final String PAGE = "https://aivideoapi.ai/docs/image-generation/gpt-image-2, ";

    static final Map<FindingType, String> BY_FINDING = Map.ofEntries(
            Map.entry(FindingType.POLLED_FINISHED_TASK, PAGE + "Query Task"),
            Map.entry(
                    FindingType.POLLED_TOO_FAST,
                    PAGE + "Query Task; the interval is inferred, see darkroom.aivideoapi.poll-interval"),
            Map.entry(FindingType.RETRIED_REFUSAL, PAGE + "Error Reference"),
            Map.entry(FindingType.IGNORED_RETRY_AFTER, PAGE + "Error Reference, rate_limit_exceeded"),
            Map.entry(FindingType.UNKNOWN_FIELDS, PAGE + "Request Body, Input Parameters"),
            Map.entry(FindingType.UNREAD_CALLBACK, PAGE + "Callback Notifications"),
            Map.entry(
                    FindingType.EXPIRED_PICTURE,
                    PAGE + "Query Task; its lifetime is inferred, see darkroom.aivideoapi.url-expiry"),
            Map.entry(FindingType.PAID_TWICE, PAGE + "Create Task, which has no idempotency key"),
            Map.entry(FindingType.IGNORED_HEADERS, PAGE + "Create Task, which has no such header"),
            Map.entry(FindingType.UNKNOWN_PATH, PAGE + "Create Task, Query Task"),
            Map.entry(FindingType.ABANDONED_TASK, PAGE + "Query Task"),
            Map.entry(FindingType.UNFETCHED_IMAGE, PAGE + "Query Task"));

    private GuidelinePages() {}
}
