package dev.darkroom.dialect.reapi;

import dev.darkroom.journal.report.Kind;
import java.util.Map;

/** Where it is said how a client should behave. */
final class Pages {

    private static final String DOCS = "https://reapi.ai/docs/api";
    private static final String ERRORS = DOCS + "/errors";

    /** As of seeds/002. */
    private static final String MODEL = "https://reapi.ai/models/gpt-image-2, ";

    static final Map<Kind, String> PAGES = Map.of(
            Kind.POLLED_FINISHED_TASK,
            DOCS + "/tasks",
            Kind.POLLED_TOO_FAST,
            DOCS + ", one poll in one or two seconds; see darkroom.reapi.poll-interval",
            Kind.RETRIED_REFUSAL,
            ERRORS,
            Kind.IGNORED_RETRY_AFTER,
            ERRORS + ", 50001",
            Kind.UNKNOWN_FIELDS,
            "https://reapi.ai/docs/gpt-image-2 and https://reapi.ai/docs/gpt-image-2-stable",
            Kind.UNREAD_CALLBACK,
            DOCS + ", which knows no callbacks",
            Kind.EXPIRED_PICTURE,
            MODEL + "Poll the result: seven days",
            Kind.PAID_TWICE,
            DOCS + ": an Idempotency-Key is taken and ignored, and each successful POST is a new charge");

    private Pages() {}
}
