package dev.darkroom.dialect.reapi;

import dev.darkroom.journal.report.FindingType;
import java.util.Map;

/** The vendor's pages that say how a client should behave, by the finding that refers to them. */
final class GuidelinePages {

    private static final String DOCS = "https://reapi.ai/docs/api";
    private static final String ERRORS = DOCS + "/errors";

    /** As of seeds/002. */
    private static final String MODEL = "https://reapi.ai/models/gpt-image-2, ";

    static final Map<FindingType, String> BY_FINDING = Map.ofEntries(
            Map.entry(FindingType.POLLED_FINISHED_TASK, DOCS + "/tasks"),
            Map.entry(
                    FindingType.POLLED_TOO_FAST,
                    DOCS + ", one poll every one or two seconds; see darkroom.reapi.poll-interval"),
            Map.entry(FindingType.RETRIED_REFUSAL, ERRORS),
            Map.entry(FindingType.IGNORED_RETRY_AFTER, ERRORS + ", 50001"),
            Map.entry(
                    FindingType.UNKNOWN_FIELDS,
                    "https://reapi.ai/docs/gpt-image-2 and https://reapi.ai/docs/gpt-image-2-stable"),
            Map.entry(FindingType.UNREAD_CALLBACK, DOCS + ", which describes no callbacks"),
            Map.entry(FindingType.EXPIRED_PICTURE, MODEL + "Poll the result: seven days"),
            Map.entry(
                    FindingType.PAID_TWICE,
                    DOCS + ": an Idempotency-Key is accepted and ignored, and each successful POST is charged"),
            Map.entry(FindingType.IGNORED_HEADERS, DOCS + ": an Idempotency-Key is accepted and ignored"),
            Map.entry(FindingType.UNKNOWN_PATH, DOCS),
            Map.entry(FindingType.ABANDONED_TASK, DOCS + "/tasks"),
            Map.entry(FindingType.UNFETCHED_IMAGE, MODEL + "Poll the result: seven days"));

    private GuidelinePages() {}
}
