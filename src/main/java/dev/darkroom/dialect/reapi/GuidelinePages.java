package dev.darkroom.dialect.reapi;

import dev.darkroom.journal.report.FindingType;
import java.util.Map;

/** The vendor's pages that say how a client should behave, by the finding that refers to them. */
final class GuidelinePages {

    private static final String DOCS = "https://reapi.ai/docs/api";
    private static final String ERRORS = DOCS + "/errors";

    /** As of seeds/002. */
    private static final String MODEL = "https://reapi.ai/models/gpt-image-2, ";

    static final Map<FindingType, String> BY_FINDING = Map.of(
            FindingType.POLLED_FINISHED_TASK,
            DOCS + "/tasks",
            FindingType.POLLED_TOO_FAST,
            DOCS + ", one poll every one or two seconds; see darkroom.reapi.poll-interval",
            FindingType.RETRIED_REFUSAL,
            ERRORS,
            FindingType.IGNORED_RETRY_AFTER,
            ERRORS + ", 50001",
            FindingType.UNKNOWN_FIELDS,
            "https://reapi.ai/docs/gpt-image-2 and https://reapi.ai/docs/gpt-image-2-stable",
            FindingType.UNREAD_CALLBACK,
            DOCS + ", which describes no callbacks",
            FindingType.EXPIRED_PICTURE,
            MODEL + "Poll the result: seven days",
            FindingType.PAID_TWICE,
            DOCS + ": an Idempotency-Key is accepted and ignored, and each successful POST is charged");

    private GuidelinePages() {}
}
