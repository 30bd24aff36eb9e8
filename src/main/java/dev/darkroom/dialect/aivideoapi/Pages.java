package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.journal.report.Kind;
import java.util.Map;

/** Where it is said how a client should behave. */
final class Pages {

    static final Map<Kind, String> PAGES = Map.of(
            Kind.POLLED_FINISHED_TASK,
            "seeds/001: Query Task",
            Kind.POLLED_TOO_FAST,
            "seeds/001: Query Task; the interval is inferred, see darkroom.aivideoapi.poll-interval",
            Kind.RETRIED_REFUSAL,
            "seeds/001: Error Reference",
            Kind.IGNORED_RETRY_AFTER,
            "seeds/001: Error Reference, rate_limit_exceeded",
            Kind.UNKNOWN_FIELDS,
            "seeds/001: Request Body, Input Parameters",
            Kind.UNREAD_CALLBACK,
            "seeds/001: Callback Notifications",
            Kind.EXPIRED_PICTURE,
            "seeds/001: Query Task; how long it lasts is inferred, see darkroom.aivideoapi.url-expiry",
            Kind.PAID_TWICE,
            "seeds/001: Create Task, which has no idempotency key");

    private Pages() {}
}
