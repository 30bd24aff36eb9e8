package dev.darkroom.dialect.reapi;

import dev.darkroom.journal.report.FindingKind;
import java.util.Map;

/** The pages that say how a client should behave, by finding. */
final class Pages {

    private static final String DOCS = "https://reapi.ai/docs/api";
    private static final String ERRORS = DOCS + "/errors";

    /** As of seeds/002. */
    private static final String MODEL = "https://reapi.ai/models/gpt-image-2, ";

    static final Map<FindingKind, String> PAGES = Map.of(
            FindingKind.POLLED_FINISHED_TASK,
            DOCS + "/tasks",
            FindingKind.POLLED_TOO_FAST,
            DOCS + ", one poll in one or two seconds; see darkroom.reapi.poll-interval",
            FindingKind.RETRIED_REFUSAL,
            ERRORS,
            FindingKind.IGNORED_RETRY_AFTER,
            ERRORS + ", 50001",
            FindingKind.UNKNOWN_FIELDS,
            "https://reapi.ai/docs/gpt-image-2 and https://reapi.ai/docs/gpt-image-2-stable",
            FindingKind.UNREAD_CALLBACK,
            DOCS + ", which knows no callbacks",
            FindingKind.EXPIRED_PICTURE,
            MODEL + "Poll the result: seven days",
            FindingKind.PAID_TWICE,
            DOCS + ": an Idempotency-Key is taken and ignored, and each successful POST is a new charge");

    private Pages() {}
}
