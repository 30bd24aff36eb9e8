package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.journal.report.Kind;
import java.util.Map;

/** Where it is said how a client should behave. */
final class Pages {

    /** As of seeds/001. */
    private static final String PAGE = "https://aivideoapi.ai/docs/image-generation/gpt-image-2, ";

    static final Map<Kind, String> PAGES = Map.of(
            Kind.POLLED_FINISHED_TASK,
            PAGE + "Query Task",
            Kind.POLLED_TOO_FAST,
            PAGE + "Query Task; the interval is inferred, see darkroom.aivideoapi.poll-interval",
            Kind.RETRIED_REFUSAL,
            PAGE + "Error Reference",
            Kind.IGNORED_RETRY_AFTER,
            PAGE + "Error Reference, rate_limit_exceeded",
            Kind.UNKNOWN_FIELDS,
            PAGE + "Request Body, Input Parameters",
            Kind.UNREAD_CALLBACK,
            PAGE + "Callback Notifications",
            Kind.EXPIRED_PICTURE,
            PAGE + "Query Task; how long it lasts is inferred, see darkroom.aivideoapi.url-expiry",
            Kind.PAID_TWICE,
            PAGE + "Create Task, which has no idempotency key");

    private Pages() {}
}
